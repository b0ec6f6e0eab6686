const MAX_WORDS = 10;

/** What a person typed, as a tsquery over folded French: every word, each also as the beginning of a longer one. */
export function wordsQuery(typed: string): string | null {
  const words = typed
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/\b(?:[cdjlmnst]|qu|lorsqu|jusqu)['’]/g, ' ')
    .match(/[a-z0-9]+/g);
  return words ? words.slice(0, MAX_WORDS).map((word) => `${word.slice(0, 40)}:*`).join(' & ') : null;
}
