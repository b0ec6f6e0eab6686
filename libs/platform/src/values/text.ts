import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength, registerDecorator } from 'class-validator';

// Control characters (tab and line feed aside), bidirectional overrides, and halves of a surrogate pair.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const LINE_BREAK = /[\n\t]/;

/** Text a person typed, ready to be stored and shown: composed (NFC), trimmed, with ordinary line ends. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
export const isCleanText = (text: unknown, multiline = false): boolean =>
  typeof text === 'string' && !FORBIDDEN.test(text) && (multiline || !LINE_BREAK.test(text));

interface TextOptions {
  max: number;
  min?: number;
  multiline?: boolean;
  /** For a list of texts. */
  each?: boolean;
}

/** A text field: trimmed, NFC, without control or direction characters, of a bounded length. */
export function IsCleanText({ max, min = 0, multiline = false, each = false }: TextOptions): PropertyDecorator {
  const clean = (value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value);
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (each && Array.isArray(value) ? value.map(clean) : clean(value))),
    MinLength(min, { each, message: min <= 1 ? 'Cette information est requise.' : `Au moins ${min} caractères sont attendus.` }),
    MaxLength(max, { each, message: `Au plus ${max} caractères sont acceptés.` }),
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'isCleanText',
        target: target.constructor,
        propertyName: property as string,
        options: { each, message: 'Ce texte contient des caractères qui ne sont pas acceptés.' },
        validator: { validate: (value: unknown) => isCleanText(value, multiline) },
      }),
    IsString({ each, message: 'Un texte est attendu.' }),
  ) as PropertyDecorator;
}
