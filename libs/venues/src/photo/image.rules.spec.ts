import { altOf, checkSize, formatOf } from './image.rules';

describe('photos', () => {
  it.each([
    ['jpeg', [0xff, 0xd8, 0xff, 0xe1]],
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['webp', [...Buffer.from('RIFF1234WEBPVP8 ')]],
  ])('are known by their first bytes: %s', (format, bytes) => expect(formatOf(Uint8Array.from(bytes))).toBe(format));

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<?xml version="1.0"?><svg/>', 'GIF89a', '%PDF-1.7', 'MZ', 'RIFF1234WAVE', ''])(
    'are not %.20s',
    (text) => expect(formatOf(Buffer.from(text))).toBeUndefined(),
  );

  it.each([[30_000, 30_000], [1, 1], [199, 4000], [undefined, 10], [0, 0]])('are not %s × %s pixels', (width, height) =>
    expect(() => checkSize(width, height)).toThrow(),
  );
  it('may be what a phone takes', () => expect(() => checkSize(8160, 6120)).not.toThrow());

  it('are described, or said to be decorative', () => {
    expect(altOf('La salle, six postes', false)).toBe('La salle, six postes');
    expect(altOf('La salle', true)).toBe('');
    expect(() => altOf('', false)).toThrow();
    expect(() => altOf(undefined, false)).toThrow();
  });
});
