import { once } from 'node:events';
import { Problem, problemOfDatabaseError } from '@app/platform';
import { Command, CommandRunner, Option } from 'nest-commander';
import { EXIT, misuse } from './french';

type Commander = Parameters<CommandRunner['setCommand']>[0];

export interface JsonOption {
  json?: boolean;
}

/** What a command found: shown as text, or as one JSON document. `ok: false` means refused or found wrong. */
export interface Outcome {
  ok: boolean;
  text: string;
  /** Left out by a command that wrote it bit by bit: see `write`. */
  document?: unknown;
}

/** Progress goes to stderr, the result to stdout. */
export abstract class RelaisCommand<O extends JsonOption = JsonOption> extends CommandRunner {
  override setCommand(command: Commander): this {
    command.exitOverride(misuse);
    return super.setCommand(command);
  }

  @Option({ flags: '--json', description: 'Répondre par un document JSON' })
  parseJson(): boolean {
    return true;
  }

  override async run(args: string[], options: O): Promise<void> {
    const { ok, text, document } = await this.outcome(args, options).catch(refused);
    if (!options.json) await this.write(`${text}\n`);
    else if (document !== undefined) await this.write(`${JSON.stringify(document)}\n`);
    process.exitCode = ok ? EXIT.done : EXIT.refused;
  }

  protected abstract outcome(args: string[], options: O): Promise<Outcome>;
  /** Writes a part of the result, and waits for whoever reads it. */
  protected async write(part: string): Promise<void> {
    if (!process.stdout.write(part)) await once(process.stdout, 'drain');
  }

  protected say = (line: string): void => void process.stderr.write(`${line}\n`);
}

function refused(error: unknown): Outcome {
  const problem = error instanceof Problem ? error : problemOfDatabaseError(error);
  if (!problem) throw error;
  const fields = (problem.extra.errors ?? []).map(({ pointer, detail }) => `${pointer.slice(1)} : ${detail}`);
  return { ok: false, text: [problem.detail, ...fields].join('\n'), document: problem.toJSON() };
}

export { Command, Option };
