import { Config, ConfigError, loadConfig } from './config';

/** Starts a process: a wrong setting, or a start that fails, is one line on stderr and exit 1. */
export async function boot(name: string, start: (config: Config) => Promise<void>): Promise<void> {
  try {
    await start(loadConfig());
  } catch (error) {
    process.stderr.write(`${name} : ${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'le port demandé est déjà pris. Choisissez-en un autre avec PORT=…';
  if (code === 'ECONNREFUSED') return 'PostgreSQL ne répond pas à l’adresse de DATABASE_URL.';
  if (code === '28P01' || code === '3D000') return 'PostgreSQL refuse la connexion de DATABASE_URL (nom, mot de passe ou base).';
  return stack ?? message;
}
