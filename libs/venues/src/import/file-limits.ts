import { Problem } from '@app/platform';

/** Room for 100,000 places, in JSON and with long texts. */
export const MAX_FILE_BYTES = 150 * 1024 * 1024;

export const tooLarge = () =>
  new Problem(
    413,
    'import.too_large',
    `Le fichier dépasse ${MAX_FILE_BYTES / 1024 / 1024} Mo. Partagez-le en plusieurs listes partielles.`,
  );

const SIGNATURES: readonly (readonly [bytes: readonly number[], what: 'archive' | 'other'])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x42, 0x5a, 0x68], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'archive'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x25, 0x50, 0x44, 0x46], 'other'],
  [[0x89, 0x50, 0x4e, 0x47], 'other'],
  [[0xff, 0xd8, 0xff], 'other'],
  [[0x47, 0x49, 0x46, 0x38], 'other'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'other'],
  [[0x7f, 0x45, 0x4c, 0x46], 'other'],
];
const LONGEST = 5;

/** Refuses what is not a list, by its first bytes and never by its name. Nothing is ever unpacked. */
export function refuseOtherFiles(head: Uint8Array): void {
  const [, what] = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte)) ?? [];
  if (what === 'archive')
    throw new Problem(
      422,
      'import.archive',
      'Ce fichier est une archive ou un classeur. Envoyez la liste elle-même, enregistrée en CSV ou en JSON.',
    );
  if (what === 'other')
    throw new Problem(
      422,
      'import.not_a_list',
      'Ce fichier n’est pas une liste de lieux. Enregistrez-la en CSV ou en JSON.',
    );
}

/** The bytes of a file, refused as soon as they are not a list's or are too many. */
export async function* boundedFile(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw tooLarge();
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < LONGEST) continue;
    refuseOtherFiles(head);
    yield head;
    head = null;
  }
  if (head?.length) yield head;
}
