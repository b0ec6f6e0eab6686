import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { Storage } from '@app/platform';
import sharp from 'sharp';
import request from 'supertest';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import { PhotoList } from './photo.dto';
import { PhotoService } from './photo.service';

const painted = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 90, b: 20 } } });

/** A picture of a phone held upright: turned by EXIF, with where and by what it was taken. */
const fromPhone = (): Promise<Buffer> =>
  painted()
    .withExif({
      IFD0: { Make: 'Fabricant', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 24/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '4/1 29/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG whose header announces a size, with nothing behind. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type), data]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))]);
}
function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

describe('photos over HTTP', () => {
  let t: TestApp;
  let host: Someone;
  let other: Someone;
  beforeAll(async () => {
    t = await testApp();
    host = await t.as('venue_host');
    other = await t.as('venue_host');
  });
  afterAll(() => t.close());

  const send = (venueId: string, file: Buffer | null, fields: Record<string, string> = { alt: 'La salle et ses six postes' }, who = host) => {
    const asked = request(t.app.getHttpServer()).post(`/api/v1/venues/${venueId}/photos`).set('Cookie', `relais_session=${who.token}`);
    for (const [name, value] of Object.entries(fields)) void asked.field(name, value);
    if (file) void asked.attach('file', file, { filename: 'photo.jpg', contentType: 'image/jpeg' });
    return asked;
  };
  const added = async (venueId: string, fields?: Record<string, string>): Promise<PhotoList['items']> =>
    ((await send(venueId, await painted().png().toBuffer(), fields).expect(201)).body as PhotoList).items;
  const stored = async (): Promise<string[]> => {
    const root = join(t.config.STORAGE_URL.replace('file:', ''), 'photos');
    return (await readdir(root, { recursive: true }).catch(() => [])).map((name) => join(root, name));
  };

  it('keep pixels only: turned upright, without position, device nor date', async () => {
    const { id } = await t.a.venue(host);
    const original = await fromPhone();
    const before = await sharp(original).metadata();
    expect(before.exif?.toString('latin1')).toContain('Fabricant');
    expect(before.orientation).toBe(6);
    const { items } = (await send(id, original).expect(201)).body as PhotoList;
    expect(items).toMatchObject([{ alt: 'La salle et ses six postes', width: 600, height: 900 }]);
    const files = (await stored()).filter((path) => path.includes(`${items[0]!.id}/`));
    expect(files).toHaveLength(4);
    for (const path of files) {
      const bytes = await readFile(path);
      expect(bytes.includes('Exif') || bytes.includes('EXIF') || bytes.includes('GPS') || bytes.includes('Fabricant')).toBe(false);
      const kept = await sharp(bytes).metadata();
      expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(kept.height).toBeGreaterThan(kept.width);
    }
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['text', () => Buffer.from('bonjour'), 'photo.not_an_image'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><script>alert(1)</script></svg>'), 'photo.not_an_image'],
    ['a PDF', () => Buffer.from('%PDF-1.7 …'), 'photo.not_an_image'],
    ['a GIF', () => painted(300, 300).gif().toBuffer(), 'photo.not_an_image'],
    ['the first bytes of a JPEG and a page behind', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')]), 'photo.not_an_image'],
    ['half a JPEG', async () => (await painted(2000, 2000).jpeg().toBuffer()).subarray(0, 3000), 'photo.not_an_image'],
    ['a PNG of 30,000 × 30,000', () => pngOf(30_000, 30_000), 'photo.too_large'],
    ['a PNG of 2³¹ × 1', () => pngOf(2 ** 31 - 1, 1), expect.stringMatching(/photo\.(not_an_image|too_large)/) as string],
    ['a stamp', () => painted(60, 60).png().toBuffer(), 'photo.too_small'],
    ['nothing', () => Buffer.alloc(0), 'photo.missing'],
    ['more than 15 MB', () => Buffer.alloc(15 * 1024 * 1024 + 1, 0xff), 'photo.too_heavy'],
  ])('are not %s', async (_name, file, code) => {
    const { id } = await t.a.venue(host);
    const { body, status } = await send(id, await file());
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ pointer: '/file', code }] } });
    expect((await host.get(`/venues/${id}/photos`)).body).toEqual({ items: [] });
  });

  it('lose what was hidden behind the image', async () => {
    const { id } = await t.a.venue(host);
    const polyglot = Buffer.concat([await painted().jpeg().toBuffer(), Buffer.from('<script>alert("caché")</script>PK\u0003\u0004')]);
    const { items } = (await send(id, polyglot).expect(201)).body as PhotoList;
    const { body } = await host.get(`${items[0]!.path}-960.jpg`).buffer(true).parse(binary).expect(200);
    expect((body as Buffer).includes('script')).toBe(false);
  });

  it('are described, or said to be decorative', async () => {
    const { id } = await t.a.venue(host);
    const file = await painted().png().toBuffer();
    for (const fields of [{}, { alt: '' }, { alt: '   ' }, { decorative: 'false' }] as Record<string, string>[])
      expect((await send(id, file, fields).expect(422)).body).toMatchObject({ errors: [{ pointer: '/alt', code: 'photo.alt_missing' }] });
    expect((await send(id, file, { alt: 'x\u202ey' }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/alt' }] });
    await send(id, file, { alt: 'x', secret: '1' }).expect(400);
    const [decorative] = await added(id, { decorative: 'true' });
    expect(decorative).toMatchObject({ alt: '' });
    await host.patch(`/photos/${decorative!.id}`, { alt: '' }, decorative!.version).expect(422);
    expect((await host.patch(`/photos/${decorative!.id}`, { alt: 'L’entrée' }, decorative!.version).expect(200)).body).toMatchObject({ items: [{ alt: 'L’entrée' }] });
    await host.patch(`/photos/${decorative!.id}`, { alt: 'Trop tard' }, decorative!.version).expect(412);
  });

  it('are asked for as a form', async () => {
    const { id } = await t.a.venue(host);
    await host.post(`/venues/${id}/photos`, { alt: 'x' }).expect(415);
    expect((await send(id, null).expect(422)).body).toMatchObject({ errors: [{ code: 'photo.missing' }] });
  });

  it('are put in order, taken away and brought back', async () => {
    const { id } = await t.a.venue(host);
    await added(id, { alt: 'un' });
    await added(id, { alt: 'deux' });
    const items = await added(id, { alt: 'trois' });
    const alts = (answer: { body: unknown }) => (answer.body as PhotoList).items.map(({ alt }) => alt);
    const ids = items.map((photo) => photo.id);
    expect(alts(await host.put(`/venues/${id}/photos/order`, { ids: [...ids].reverse() }).expect(200))).toEqual(['trois', 'deux', 'un']);
    await host.put(`/venues/${id}/photos/order`, { ids: ids.slice(1) }).expect(409);
    await host.put(`/venues/${id}/photos/order`, { ids: [ids[0], ids[0], ids[1]] }).expect(422);
    expect(alts(await host.delete(`/photos/${ids[1]}`).expect(200))).toEqual(['trois', 'un']);
    await host.delete(`/photos/${ids[1]}`).expect(200);
    await host.get(`/photos/${ids[1]}-480.webp`).expect(404);
    expect(alts(await host.post(`/photos/${ids[1]}/restore`).expect(200))).toEqual(['trois', 'un', 'deux']);
    await other.delete(`/photos/${ids[1]}`).expect(404);
    await other.put(`/venues/${id}/photos/order`, { ids }).expect(404);
  });

  it('are ten at most, even when sent at once', async () => {
    const { id } = await t.a.venue(host);
    await t.db.query(
      `insert into venues.photo (venue_id, position, alt, width, height, added_at, ready_at) select $1, n, 'x', 1, 1, now(), now() from generate_series(0, 7) n`,
      [id],
    );
    const file = await painted().png().toBuffer();
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => send(id, file)))).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 409, 409]);
    await expect(t.db.query(`update venues.photo set position = 10 where venue_id = $1 and position = 9`, [id])).rejects.toThrow(/ck_photo_position/);
  });

  it('are shown to anyone once the place is published, to its managers before', async () => {
    const { venueId } = await t.a.room(host);
    const [photo] = await added(venueId);
    const shown = await t.anyone.get(`${photo!.path}-960.webp`).expect(200);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
    await host.post(`/venues/${venueId}/withdraw`).expect(200);
    await t.anyone.get(`${photo!.path}-960.webp`).expect(404);
    await other.get(`${photo!.path}-960.webp`).expect(404);
    expect((await host.get(`${photo!.path}-960.webp`).expect(200)).headers['cache-control']).toBe('private, no-store');
    for (const name of ['960.svg', '__proto__', '..%2f..%2fx', '']) await host.get(`${photo!.path}-${name}`).expect(404);
  });

  it('leave no file behind: what was interrupted or removed is swept', async () => {
    const { id } = await t.a.venue(host);
    const put = jest.spyOn(t.app.get(Storage), 'put');
    put.mockImplementationOnce(put.getMockImplementation() ?? (() => Promise.resolve())).mockRejectedValueOnce(new Error('disque plein'));
    await send(id, await painted().png().toBuffer()).expect(500);
    put.mockRestore();
    expect((await host.get(`/venues/${id}/photos`)).body).toEqual({ items: [] });
    const [kept] = await added(id);
    const [, removed] = await added(id);
    await host.delete(`/photos/${removed!.id}`).expect(200);
    const service = t.app.get(PhotoService);
    await service.sweep();
    expect((await stored()).some((path) => path.includes(removed!.id))).toBe(true);
    await t.db.query(`update venues.photo set added_at = added_at - interval '8 days', removed_at = removed_at - interval '8 days' where venue_id = $1`, [id]);
    await service.sweep();
    const left = await t.db.query<{ id: string }>('select id from venues.photo where venue_id = $1', [id]);
    expect(left).toEqual([{ id: kept!.id }]);
    const files: string[] = [];
    for (const path of await stored()) if ((await stat(path)).isFile()) files.push(path);
    expect(files.filter((path) => path.includes(removed!.id))).toEqual([]);
    await host.post(`/photos/${removed!.id}/restore`).expect(404);
  });
});

/** superagent hands images over as they are when told how to read them. */
function binary(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = answer as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
