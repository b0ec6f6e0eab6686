import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../../scripts/services/paths.mjs';

const MODULES = ['node_modules', 'apps/web/node_modules'];

/** Copies the files under version control, as they are now, and links the installed dependencies. */
export function copyClone() {
  const path = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  chmodSync(path, 0o755);
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of tracked.split('\0').filter((name) => name && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(ROOT, file), join(path, file));
  }
  for (const modules of MODULES.filter((name) => existsSync(join(ROOT, name)))) linkOrCopy(modules, path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function linkOrCopy(modules, path) {
  const [from, to] = [join(ROOT, modules), join(path, modules)];
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}
