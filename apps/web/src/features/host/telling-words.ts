/** Words so many places share that they tell nothing of one. */
const COMMON = new Set(
  'association atelier bibliotheque centre cyber espace epn fablab france intercommunale la le les l de des du d maison mairie mediatheque municipale numerique point pole public publique relais services social'.split(' '),
);

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What to look for in a name to find the same place written otherwise: the words that are its own, else all of them. */
export function tellingWords(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const own = words.filter((word) => word.length > 2 && !COMMON.has(bare(word)));
  return (own.length ? own : words).slice(0, 3).join(' ');
}
