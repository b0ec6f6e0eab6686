import type { FastifyReply } from 'fastify';

/** What a public page says before any script runs. */
export interface PageContent {
  status?: number;
  title: string;
  description: string;
  /** schema.org data, as JSON-LD. */
  data?: object;
  /** The text of the page, in safe HTML. */
  main?: string;
  /** Where the page is now: the status is then a redirection. */
  movedTo?: string;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);

/** JSON that cannot end its own script element. */
const scriptSafe = (data: object): string => JSON.stringify(data).replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, '');

/** Puts the content in the built page, at its two marks. */
export function render(shell: string, { title, description, data, main = '' }: PageContent): string {
  const head = [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description.slice(0, 300))}">`,
    `<meta property="og:title" content="${escape(title)}">`,
    data ? `<script type="application/ld+json">${scriptSafe(data)}</script>` : '',
  ].join('');
  // Functions, because a replacement string would read « $& » in a title.
  return shell.replace('<!--relais:head-->', () => head).replace('<!--relais:main-->', () => main);
}

export interface DrawnPage {
  status: number;
  html: Buffer;
  location?: string;
}

export const sendPage = (reply: FastifyReply, { status, html, location }: DrawnPage): void =>
  void reply
    .status(status)
    .headers({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8', ...(location && { location }) })
    .send(html);

/** Tells the map which tile server this deployment has, if any. */
export const withTiles = (shell: string, { MAP_TILES_URL: url, MAP_TILES_ATTRIBUTION: attribution }: { MAP_TILES_URL?: string; MAP_TILES_ATTRIBUTION: string }): string =>
  url === undefined
    ? shell
    : shell.replace('<!--relais:head-->', (mark) => `<meta name="relais:tiles" content="${escape(url)}" data-attribution="${escape(attribution)}">${mark}`);
