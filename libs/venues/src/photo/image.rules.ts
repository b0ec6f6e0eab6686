import { Problem } from '@app/platform';

/** What each kept photo is made into: widths in pixels; JPEG for the browsers of old computers. */
export const SIZES = {
  '480.webp': { width: 480, type: 'image/webp' },
  '960.webp': { width: 960, type: 'image/webp' },
  '1600.webp': { width: 1600, type: 'image/webp' },
  '960.jpg': { width: 960, type: 'image/jpeg' },
} as const;
export type PhotoSize = keyof typeof SIZES;
export const PHOTO_SIZES = Object.keys(SIZES) as PhotoSize[];

export const MAX_BYTES = 15 * 1024 * 1024;
/** Beyond what phones take, below what would fill the memory once unpacked. */
const MAX_PIXELS = 64_000_000;
const MIN_SIDE = 200;

const refusal = (code: string, detail: string): Problem =>
  new Problem(422, 'request.invalid', 'Certaines informations sont à corriger.', {
    errors: [{ pointer: '/file', code, detail }],
  });

export const noFile = () => refusal('photo.missing', 'Choisissez une photo.');
export const notAnImage = () =>
  refusal('photo.not_an_image', 'Ce fichier n’est pas une photo lisible. Choisissez une image JPEG, PNG ou WebP.');
export const tooHeavy = () => refusal('photo.too_heavy', 'Cette photo dépasse 15 Mo. Choisissez-en une plus légère.');

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte);

/** What the first bytes say; the name and the announced type say nothing. */
export function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | undefined {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
  return undefined;
}

/** Before anything is unpacked: the announced size alone decides. */
export function checkSize(width: number | undefined, height: number | undefined): void {
  if (!width || !height) throw notAnImage();
  if (width * height > MAX_PIXELS)
    throw refusal('photo.too_large', 'Cette image a trop de pixels. Réduisez-la, ou prenez une autre photo.');
  if (Math.min(width, height) < MIN_SIDE)
    throw refusal('photo.too_small', `Cette image est trop petite : il faut au moins ${MIN_SIDE} pixels de côté.`);
}

/** A description, or an explicit word that there is nothing to describe; never an oversight. */
export function altOf(alt: string | undefined, decorative: boolean): string {
  if (decorative) return '';
  if (!alt)
    throw new Problem(422, 'request.invalid', 'Certaines informations sont à corriger.', {
      errors: [
        {
          pointer: '/alt',
          code: 'photo.alt_missing',
          detail: 'Décrivez la photo pour qui ne la voit pas, ou dites qu’elle est seulement décorative.',
        },
      ],
    });
  return alt;
}

export const fileKey = (id: string, size: PhotoSize): string => `photos/${id}/${size}`;
