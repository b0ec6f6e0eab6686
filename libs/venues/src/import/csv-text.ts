import { Problem } from '@app/platform';

const HEAD = 64 * 1024;
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** The encoding of a French CSV file, from its first bytes: byte order mark, empty half of UTF-16, or what decodes. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] !== 0 && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] !== 0) return 'utf-16be';
  return isUtf8(head) ? 'utf-8' : 'windows-1252';
}

/** Decodes a file chunk by chunk; the byte order mark is dropped. */
export async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head: Uint8Array[] = [];
  let size = 0;
  const open = () => {
    const bytes = Buffer.concat(head);
    head = [];
    decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    return decoder.decode(bytes, { stream: true });
  };
  try {
    for await (const chunk of source) {
      if (decoder) yield decoder.decode(chunk, { stream: true });
      else {
        head.push(chunk);
        size += chunk.length;
        if (size >= HEAD) yield open();
      }
    }
    if (!decoder) yield open();
    yield decoder!.decode();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Problem(
        422,
        'import.encoding',
        'Le fichier mélange plusieurs encodages. Enregistrez-le en UTF-8.',
      );
    throw error;
  }
}

const DELIMITERS = [',', ';', '\t'] as const;

/** What separates the columns of the header; the « Unicode text » of spreadsheets has tabs. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const header = text.trimStart().split(/\r?\n/, 1)[0] ?? '';
  const columns = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, other) => (columns(other) > columns(best) ? other : best));
}
