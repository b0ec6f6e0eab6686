export const CUT_MARK = ' […]';

/** At most `max` characters, cut between two words where possible, ending with a mark a reader sees. */
export function cut(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  const room = characters.slice(0, max - CUT_MARK.length).join('');
  const space = room.search(/\s+\S*$/);
  return (space > room.length / 2 ? room.slice(0, space) : room) + CUT_MARK;
}

/** Cuts the texts of one offer and remembers which, to warn their author. */
export class Cutter {
  readonly fields: string[] = [];

  cut(field: string, text: string, max: number): string {
    const kept = cut(text, max);
    if (kept !== text && !this.fields.includes(field)) this.fields.push(field);
    return kept;
  }
}
