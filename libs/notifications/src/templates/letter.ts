/** What is said to one person: plain text, whatever the way it reaches them. */
export interface Letter {
  subject: string;
  paragraphs: string[];
  link: { label: string; path: string } | null;
}

interface Addressed {
  subject: string;
  /** Paragraphs separated by an empty line. */
  body: string;
  displayName: string | null;
  links: readonly { label: string; url: string }[];
  /** Where one stops receiving such letters. */
  stopUrl?: string | null;
}

/** French spacing: a narrow no-break space inside « » and before ; : ! ?. */
export const typeset = (text: string): string =>
  text.replace(/« /g, '«\u202f').replace(/ ([»;:!?])/g, '\u202f$1');

const SIGNATURE = 'Relais, la formation au numérique des agents territoriaux';
const STOP = 'Ne plus recevoir ces courriels';
const AUTOMATIC = 'Ce message est automatique : inutile d’y répondre.';

const greeting = (name: string | null): string => (name ? `Bonjour ${name},` : 'Bonjour,');

/** The text part of the e-mail. */
export function asText({ body, displayName, links, stopUrl }: Addressed): string {
  const parts = [
    greeting(displayName),
    body,
    ...links.map(({ label, url }) => `${label} : ${url}`),
    ...(stopUrl ? [`${STOP} : ${stopUrl}`] : []),
    `${SIGNATURE}\n${AUTOMATIC}`,
  ];
  return parts.map(typeset).join('\n\n') + '\n';
}

/** The HTML part: one column, real paragraphs, readable without images, colours or styles. */
export function asHtml({ subject, body, displayName, links, stopUrl }: Addressed): string {
  const paragraphs = [greeting(displayName), ...body.split('\n\n')].map(
    (text) => `<p>${lines(text)}</p>`,
  );
  for (const { label, url } of links) paragraphs.push(`<p><a href="${escape(url)}">${escape(typeset(label))}</a></p>`);
  if (stopUrl) paragraphs.push(`<p><a href="${escape(stopUrl)}">${STOP}</a></p>`);
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>${escape(typeset(subject))}</title></head>
<body style="font:18px/1.5 sans-serif;color:#1b1b1b;background:#fff;max-width:40em;margin:0 auto;padding:1em">
<h1 style="font-size:1.3em">${escape(typeset(subject))}</h1>
${paragraphs.join('\n')}
<p>${SIGNATURE}<br>${typeset(AUTOMATIC)}</p>
</body>
</html>
`;
}

const lines = (text: string): string => escape(typeset(text)).replace(/\n/g, '<br>');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
