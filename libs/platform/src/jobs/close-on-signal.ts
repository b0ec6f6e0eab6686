import type { INestApplicationContext } from '@nestjs/common';

const PATIENCE_MS = 20_000;

/**
 * On SIGTERM or SIGINT, jobs in flight finish, then the process ends. It ends all the same after twenty seconds: a queue
 * that no longer answers must not keep it, and what was not finished is found again in PostgreSQL.
 */
export function closeOnSignal(app: INestApplicationContext, exit: (code: number) => void = process.exit): void {
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => exit(1), PATIENCE_MS).unref();
    await app.close();
    exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());
}
