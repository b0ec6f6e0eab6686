import type { OfferRecord } from './offer-store';
import { child } from './offer-shape';

const PER_PAGE = 50;

/** The list a person reads: what the portal shows today, fifty offers a page. */
export function listPage(records: OfferRecord[], wanted: number): string {
  const offers = records.map(summary).sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  const last = Math.max(1, Math.ceil(offers.length / PER_PAGE));
  const page = Math.min(Math.max(1, wanted), last);
  const shown = offers.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const count = `${offers.length} offre${offers.length > 1 ? 's' : ''} de formation`;
  const list = shown.length
    ? `<ol start="${(page - 1) * PER_PAGE + 1}">${shown.map(item).join('')}</ol>`
    : '<p>Aucune offre pour le moment. Les offres apparaissent ici dès que la plateforme les envoie.</p>';
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>NetPublic – offres de formation, page ${page} sur ${last}</title>
<style>body{font:18px/1.5 sans-serif;max-width:44rem;margin:0 auto;padding:1rem}li{margin:0 0 1rem}p{margin:0}</style>
</head>
<body>
<header><p><strong>NetPublic</strong>, portail de démonstration</p></header>
<main><h1>Offres de formation</h1><p>${count}</p>${list}</main>
${pager(page, last)}
</body>
</html>`;
}

function summary(record: OfferRecord) {
  const formation = child(record.offer, 'formation') ?? {};
  const action = child(child(formation, 'action'), '0');
  const session = child(child(action, 'session'), '0');
  const period = child(session, 'periode');
  const place = child(child(child(child(action, 'lieu-de-formation'), '0'), 'coordonnees'), 'adresse');
  const url = child(child(formation, 'url-formation'), 'urlweb')?.['0'];
  return {
    id: record.id,
    title: String(formation['intitule-formation']),
    dates: period ? `du ${day(period['debut'])} au ${day(period['fin'])}` : 'dates à venir',
    place: place ? `${text(place['denomination'])}, ${text(place['ville'])}` : '',
    url: typeof url === 'string' && /^https?:\/\//.test(url) ? url : null,
  };
}

function item(offer: ReturnType<typeof summary>): string {
  const title = offer.url ? `<a href="${escape(offer.url)}">${escape(offer.title)}</a>` : escape(offer.title);
  const facts = [offer.dates, offer.place, offer.id].filter((fact) => fact !== '').join(' · ');
  return `<li><h2>${title}</h2><p>${escape(facts)}</p></li>`;
}

function pager(page: number, last: number): string {
  const previous = page > 1 ? `<a rel="prev" href="/?page=${page - 1}">Page précédente</a>` : '';
  const next = page < last ? `<a rel="next" href="/?page=${page + 1}">Page suivante</a>` : '';
  return previous || next ? `<nav aria-label="Pages">${previous} ${next}</nav>` : '';
}

/** AAAAMMJJ → JJ/MM/AAAA */
function day(value: unknown): string {
  return text(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$3/$2/$1');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function escape(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
