import { clock, hourRange } from '../../ui/dates';

const days: Record<string, string> = {
  Mo: 'lundi',
  Tu: 'mardi',
  We: 'mercredi',
  Th: 'jeudi',
  Fr: 'vendredi',
  Sa: 'samedi',
  Su: 'dimanche',
  PH: 'jours fériés',
};
const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const hours = String.raw`\d{1,2}:\d{2}-\d{1,2}:\d{2}`;
const rule = new RegExp(`^(${day}(?:[-,]${day})*) (off|closed|${hours}(?:,${hours})*)$`);

const daysText = (value: string): string =>
  value
    .split(',')
    .map((part) => part.split('-').map((code) => days[code] ?? code))
    .map(([first = '', last]) => (last ? `du ${first} au ${last}` : first))
    .join(', ');

const hoursText = (value: string): string =>
  value
    .split(',')
    .map((span) => span.split('-').map(clock))
    .map(([from = '', to = '']) => hourRange(from, to))
    .join(' et ');

/** The OpenStreetMap syntax, in French, one line per rule. What we cannot read is shown as it was written. */
export function openingHours(value: string): string {
  const lines = value.replaceAll(', ', ',').split(/;\s*/).filter(Boolean);
  const read = lines.map((line) => rule.exec(line.trim()));
  if (read.some((match) => match === null)) return value;
  return read
    .map((match) => {
      const [, when = '', times = ''] = match ?? [];
      return `${daysText(when)}\u202f: ${/off|closed/.test(times) ? 'fermé' : hoursText(times)}`;
    })
    .join('\n');
}
