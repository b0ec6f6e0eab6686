import { giveBodyTime, Problem, RelaisRequest, RequestValidation } from '@app/platform';
import { DescribePhoto } from './photo.dto';
import { MAX_BYTES, noFile, tooHeavy } from './image.rules';

const validation = new RequestValidation();

interface Part {
  type: 'file' | 'field';
  fieldname: string;
  value?: unknown;
  file: AsyncIterable<Buffer> & { truncated?: boolean };
}

/** One photo and its description, from a form: never more than its limit in memory. */
export async function readUpload(request: RelaisRequest): Promise<{ bytes: Buffer } & DescribePhoto> {
  if (!request.isMultipart())
    throw new Problem(415, 'request.media_type', 'Envoyez la photo comme un fichier de formulaire (multipart/form-data).');
  // Sent from a phone, where the network is thin.
  giveBodyTime(request);
  const fields: Record<string, unknown> = {};
  let bytes: Buffer | undefined;
  const parts = request.parts({ limits: { fileSize: MAX_BYTES, files: 1, fields: 5 } }) as unknown as AsyncIterable<Part>;
  for await (const part of parts) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else bytes = await whole(part);
  }
  if (!bytes?.length) throw noFile();
  const described = (await validation.transform(fields, { type: 'body', metatype: DescribePhoto })) as DescribePhoto;
  return { ...described, bytes };
}

async function whole({ file }: Part): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk);
  if (file.truncated) throw tooHeavy();
  return Buffer.concat(chunks);
}
