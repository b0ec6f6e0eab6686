import { searchName } from '@app/identity';
import { isUuid } from '@app/platform';

/** What a search of places looks into. */
export const searchTextOf = (name: string, communeName: string | null): string =>
  searchName(`${name} ${communeName ?? ''}`);

/** The words asked for; none when nothing searchable was typed. */
export const searchWords = (query: string): string[] =>
  [...new Set(searchName(query).split(' ').filter(Boolean))].slice(0, 10);

const SLUG = /^[a-z0-9-]{1,120}$/;

/** What the address of a place names; nothing when it is neither an id nor a slug. */
export const venueKey = (idOrSlug: string): { id: string } | { slug: string } | undefined =>
  isUuid(idOrSlug) ? { id: idOrSlug } : SLUG.test(idOrSlug) ? { slug: idOrSlug } : undefined;

const MAX_SLUG = 80;

/** The readable part of a page address. */
export function slugBase(name: string, communeName: string | null): string {
  const words = searchTextOf(name, communeName).replaceAll(' ', '-');
  if (words.length <= MAX_SLUG) return words || 'lieu';
  const cut = words.lastIndexOf('-', MAX_SLUG);
  return words.slice(0, cut > 0 ? cut : MAX_SLUG);
}
