import { dayOfMonthInWords, hourInWords } from '@app/platform';
import { createHash } from 'node:crypto';
import type { VenueDetail, VenueOpening } from '@app/venues';
import { escape } from './page';

const STYLE = `:root{color-scheme:light dark}*{box-sizing:border-box}body{margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif;color:#1b2528;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.15rem;margin:0 0 8px}p{margin:0 0 8px}a{color:#0b4f5c}.state{font-weight:700}.source{font-size:.9rem}
@media (prefers-color-scheme:dark){body{color:#f2ebdd;background:#1b2528}a{color:#9fd3da}}`;

/** The card may be framed by anyone; it runs nothing and fetches nothing. */
export const CARD_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors *; base-uri 'none'; form-action 'none'`,
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=300',
  'content-type': 'text/html; charset=utf-8',
};

type Shown = Pick<VenueDetail, 'name' | 'slug' | 'address' | 'postalCode' | 'communeName' | 'phone' | 'services'>;

const line = (text: string) => (text ? `<p>${text}</p>` : '');

/** A place in a few lines, to be shown within someone else's page. */
export function card(venue: Shown, { isOpen, changesAt, timeZone }: VenueOpening, publicUrl: string): string {
  const address = [venue.address, [venue.postalCode, venue.communeName].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const page = `${publicUrl}/lieux/${venue.slug}`;
  return (
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escape(`${venue.name}, ${venue.communeName ?? ''}`)}</title><meta name="robots" content="noindex"><link rel="canonical" href="${escape(page)}"><style>${STYLE}</style></head>` +
    `<body><main><h1>${escape(venue.name)}</h1>${line(escape(address))}` +
    (isOpen === null ? '' : `<p class="state">${escape(stateText(isOpen, changesAt, timeZone))}</p>`) +
    line(venue.phone ? `<a href="tel:${escape(venue.phone)}">${escape(venue.phone)}</a>` : '') +
    line(venue.services.slice(0, 3).map(escape).join('\u202f; ')) +
    `<p class="source"><a href="${escape(page)}" target="_blank" rel="noopener">Horaires, accès et formations sur Relais (nouvelle fenêtre)</a></p></main></body></html>`
  );
}

/** « Ouvert, ferme à 18 h » ; the day is told when it is not today's. */
export function stateText(isOpen: boolean, changesAt: Date | null, timeZone: string): string {
  if (!changesAt) return isOpen ? 'Ouvert' : 'Fermé';
  const when = `le ${dayOfMonthInWords(changesAt, timeZone)} à ${hourInWords(changesAt, timeZone)}`;
  return isOpen ? `Ouvert, ferme ${when}` : `Fermé, ouvre ${when}`;
}
