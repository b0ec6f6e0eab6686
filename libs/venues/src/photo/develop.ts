import sharp from 'sharp';
import { checkSize, formatOf, notAnImage, PHOTO_SIZES, PhotoSize, SIZES } from './image.rules';

export interface Developed {
  /** Of the largest size, in pixels. */
  width: number;
  height: number;
  files: { size: PhotoSize; content: Buffer }[];
}

/**
 * Writes the image again, in each size: what comes out holds pixels only, neither position, nor date, nor device, nor
 * anything that was hidden behind the image. Throws a problem on what is not an image, or too large once unpacked.
 */
export async function develop(bytes: Buffer): Promise<Developed> {
  if (!formatOf(bytes)) throw notAnImage();
  // The header alone is read here, whatever size it announces.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() => {
    throw notAnImage();
  });
  checkSize(width, height);
  const image = sharp(bytes, { failOn: 'error', pages: 1 });
  try {
    const files = [];
    let largest = { width: 1, height: 1 };
    // One after the other: several at once would hold several unpacked images in memory.
    for (const size of PHOTO_SIZES) {
      const resized = image.clone().autoOrient().resize({ width: SIZES[size].width, height: SIZES[size].width, fit: 'inside', withoutEnlargement: true });
      const encoded = size.endsWith('.webp') ? resized.webp({ quality: 78 }) : resized.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true });
      const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
      if (info.width > largest.width) largest = info;
      files.push({ size, content: data });
    }
    return { width: largest.width, height: largest.height, files };
  } catch {
    throw notAnImage();
  }
}
