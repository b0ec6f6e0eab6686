import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  chmodSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: root lends it an account without any right. Others run it as themselves. */
export function serviceAccount() {
  if (!isRoot) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account)
    throw new Failure(
      'Aucun compte de service (« postgres » ou « nobody ») n’existe : lancez la commande sans être root.',
    );
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

const canReach = (directory) =>
  spawnSync('sh', ['-c', 'cd "$0"', directory], { ...serviceAccount(), cwd: '/', stdio: 'ignore' }).status ===
  0;

/** Creates a directory, and refuses one that somebody else prepared for us. */
export function ownDirectory(path, mode) {
  mkdirSync(path, { recursive: true });
  const { uid } = lstatSync(path);
  if (process.getuid && uid !== process.getuid())
    throw new Failure(
      `Le dossier ${path} appartient à un autre compte : supprimez-le puis relancez la commande.`,
    );
  chmodSync(path, mode);
  return path;
}

/**
 * Where this clone keeps its data: `.data/`. When root cloned into a place its service account cannot enter (/root),
 * a directory of /var/tmp named after the clone and a random mark, so that a new clone starts empty.
 */
export function dataDirectory() {
  const local = ownDirectory(join(ROOT, '.data'), isRoot ? 0o755 : 0o700);
  if (!isRoot || canReach(local)) return local;
  const mark = join(local, 'mark');
  if (!existsSync(mark)) writeFileSync(mark, randomUUID());
  const name = createHash('sha1').update(ROOT).update(readFileSync(mark)).digest('hex');
  return ownDirectory(join('/var/tmp', `relais-${name}`), 0o755);
}

/** The full path of a command, or undefined. */
export function which(command) {
  const directories = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  return directories
    .filter(Boolean)
    .map((directory) => join(directory, command))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
