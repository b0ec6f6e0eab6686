import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts the program of a limit, which reads `settings` on its input and says its address; it does nothing else than what is measured against. */
export async function bareServer(program, settings) {
  const server = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] });
  server.stdin.end(JSON.stringify(settings));
  const [address] = await once(server.stdout, 'data');
  return { address: String(address), stop: () => server.kill() };
}
