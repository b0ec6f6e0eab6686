import { AsyncLocalStorage } from 'node:async_hooks';
import { LoggerService } from '@nestjs/common';
import { DestinationStream, Logger as Pino, LoggerOptions, pino } from 'pino';

/** The request being served, so that every line it causes carries its id. */
export const requestContext = new AsyncLocalStorage<{ requestId: string }>();

const SECRET = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'email', 'to', 'phone'];

/** One JSON line per event on stdout. Addresses lose their query string: people type names in it. */
export function createLog(level: string, name: string, stream: NodeJS.WritableStream = process.stdout): Pino {
  const options: LoggerOptions = {
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => requestContext.getStore() ?? {},
    redact: { paths: SECRET.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]), censor: '[masqué]' },
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string; constraint?: string }) => ({
        type: error.name,
        // PostgreSQL puts values of the row in its messages: the code and the constraint say enough.
        message: 'query' in error ? undefined : error.message,
        code: error.code,
        constraint: error.constraint,
        stack: error.stack?.split('\n').slice(1, 8).join('\n'),
      }),
    },
  };
  return pino(options, stream as DestinationStream);
}

/** Nest's logger, written by pino. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.pop();
    const text = rest.find((item) => typeof item === 'string');
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.name);
    else if (message && typeof message === 'object') this.pino[level]({ context, ...message }, text);
    else this.pino[level]({ context }, String(message));
  }
}
