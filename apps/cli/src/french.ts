import type { CommandFactory } from 'nest-commander';

type Settings = Exclude<NonNullable<Parameters<typeof CommandFactory.run>[1]>, unknown[] | false | { log: unknown }>;
type HelpSettings = NonNullable<Settings['helpConfiguration']>;

/** Exit codes of every command. */
export const EXIT = { done: 0, refused: 1, misused: 2 } as const;

const row = (term: string, text: string, width: number) => `  ${term.padEnd(width + 2)}${text}`;

/** Commander's help, in French. */
export const frenchHelp: HelpSettings = {
  formatHelp(command, help): string {
    const options = help.visibleOptions(command).map((option) => [option.flags, option.flags.includes('--help') ? 'Afficher cette aide' : option.description] as const);
    const commands = help.visibleCommands(command).filter((sub) => sub.name() !== 'help').map((sub) => [sub.name(), sub.description()] as const);
    const list = (title: string, rows: (readonly [string, string])[]) => {
      const width = Math.max(0, ...rows.map(([term]) => term.length));
      return rows.length ? [`\n${title}`, ...rows.map(([term, text]) => row(term, text, width))] : [];
    };
    const args = command.registeredArguments.map((argument) => ` ${argument.required ? argument.name().toUpperCase() : `[${argument.name().toUpperCase()}]`}`).join('');
    const name = command.parent ? command.name() : 'COMMANDE';
    return [`Usage : npm run -s relais -- ${name}${args} [options]`, ...(command.description() ? ['', command.description()] : []), ...list('Commandes', commands), ...list('Options', options), ''].join('\n');
  },
};

const FRENCH: Record<string, string> = {
  'commander.unknownCommand': 'commande inconnue',
  'commander.unknownOption': 'option inconnue',
  'commander.missingArgument': 'il manque un argument',
  'commander.missingMandatoryOptionValue': 'il manque une option obligatoire',
  'commander.optionMissingArgument': 'il manque la valeur d’une option',
  'commander.excessArguments': 'trop d’arguments',
  'commander.invalidArgument': 'un argument n’est pas valable',
};

/** Ends the process on a misuse, with one French line; a help that was asked for is a success. */
export function misuse(error: { code: string; exitCode: number; message: string }): never {
  if (error.code.startsWith('commander.help')) process.exit(error.exitCode === 0 ? EXIT.done : EXIT.misused);
  const named = /'([^']+)'/.exec(error.message)?.[1];
  process.stderr.write(`${FRENCH[error.code] ?? 'commande mal formée'}${named ? ` : ${named}` : ''}. Ajoutez --help pour l’aide.\n`);
  process.exit(EXIT.misused);
}

/** Commander's own English error lines are silenced: {@link misuse} says them. */
export const frenchOutput: Settings['outputConfiguration'] = { outputError: () => undefined };
