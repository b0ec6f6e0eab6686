import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { ensureDependencies, ensureNode } from './ensure.mjs';
import { explain } from './services/failure.mjs';
import { runningInstance, settings } from './services/instance.mjs';
import { ROOT } from './services/paths.mjs';
import { nodeArguments } from './services/programs.mjs';
import { startServices } from './services.mjs';

/** One command of the application, on the running instance's services or on services started for its time. */
async function main() {
  ensureNode();
  const announce = (text) => process.stderr.write(`${text}\n`);
  await ensureDependencies();
  await build();
  const services = await startServices({ announce });
  try {
    return await runCommand(settings({ ...services, ...runningInstance() }));
  } finally {
    await services.stop();
  }
}

function runCommand(env) {
  const child = spawn(process.execPath, [...nodeArguments('cli'), ...process.argv.slice(2)], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
