import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import sanitize from 'sanitize-html';
import { cleanText, isCleanText } from './text';

/** More than this is refused rather than read. */
const MOST = 200_000;
const LINK = /^(https?:\/\/|mailto:)/i;

const ALLOWED: sanitize.IOptions = {
  allowedTags: ['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'br', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 12,
  transformTags: {
    b: 'strong',
    i: 'em',
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    div: 'p',
    a: (tagName, { href = '' }) => ({ tagName, attribs: LINK.test(href.trim()) ? { href: href.trim(), rel: 'noopener noreferrer' } : {} as Record<string, string> }),
  },
};

/** Markup that a browser may be given: the few elements of an article, links that leave safely, and nothing else. Empty when nothing is left to read. */
export function richText(html: string): string {
  const clean = sanitize(html, ALLOWED).replace(/<a>([\s\S]*?)<\/a>/g, '$1').trim();
  return plainText(clean) === '' ? '' : clean;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00a0' };

/** The same to be read without markup: paragraphs apart, a bullet before each item. Takes what `richText` gave. */
export const plainText = (html: string): string =>
  sanitize(
    html
      .replace(/<br\s*\/?>/g, '\n')
      .replace(/<li[^>]*>(\s*<p>)?/g, '\n• ')
      .replace(/<\/(ul|ol)>/g, '\n\n')
      .replace(/<\/(p|h3|h4|blockquote)>/g, '\n\n'),
    { allowedTags: [], allowedAttributes: {} },
  )
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity]!)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}(?=• )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A field of rich text: sanitised on its way in, of a bounded length once sanitised. */
export const IsRichText = ({ max }: { max: number }): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && value.length <= MOST && isCleanText(cleanText(value), true) ? richText(cleanText(value)) : value)),
    ruled('isRichTextLength', `Au plus ${max} caractères sont acceptés, mise en forme comprise.`, (value) => typeof value !== 'string' || value.length <= max),
    ruled('isCleanText', 'Ce texte contient des caractères qui ne sont pas acceptés.', (value) => typeof value !== 'string' || isCleanText(value, true)),
    ruled('isString', 'Un texte est attendu.', (value) => typeof value === 'string'),
  ) as PropertyDecorator;

const ruled = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator => (target, key) =>
  registerDecorator({ name, target: target.constructor, propertyName: key as string, options: { message }, validator: { validate } });
