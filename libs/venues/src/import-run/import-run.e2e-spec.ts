import { Storage } from '@app/platform';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';
import { VenueImport } from '../import/venue-import';
import type { ImportRunView } from './import-run.dto';
import { ImportRunner } from './import-runner';

const HEADER = 'id,pivot,nom,commune,code_postal,adresse,date_maj';
const line = (id: string, change: { postal?: string } = {}) => `${id},00000000000000,Lieu ${id},Reims,${change.postal ?? '51100'},1 rue du Port,2024-04-02`;
const list = (...lines: string[]) => [HEADER, ...lines].join('\n');

describe('lists sent from the screen', () => {
  let t: TestApp;
  let administrator: Someone;
  let runner: ImportRunner;

  beforeAll(async () => {
    t = await testApp();
    administrator = await t.as('administrator');
    runner = t.app.get(ImportRunner);
  });
  afterAll(() => t.close());

  const form = (fields: Record<string, string>, content: Buffer | string, name = 'lieux.csv') => {
    const boundary = 'frontiere';
    const parts = Object.entries(fields).map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`);
    return {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie: `relais_session=${administrator.token}` },
      payload: Buffer.concat([
        Buffer.from(`${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`),
        Buffer.from(content),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    };
  };
  const post = (fields: Record<string, string>, content: Buffer | string, name?: string) =>
    t.app.inject({ method: 'POST', url: '/api/v1/imports', ...form(fields, content, name) });
  const send = async (producer: string, content: string): Promise<ImportRunView> => {
    const answer = await post({ producer, licence: 'Licence Ouverte 2.0' }, content);
    expect(answer.statusCode).toBe(201);
    return answer.json();
  };
  const read = async (id: string) => (await administrator.get(`/imports/${id}`).expect(200)).body as ImportRunView;
  const stored = async (producer: string) =>
    (await t.db.one<{ n: number }>('select count(*)::int as n from venues.venue where source = $1', [producer]))!.n;
  const kept = (id: string) => t.app.get(Storage).read(`imports/${id}`);

  it('is read first, told row by row, then applied', async () => {
    const sent = await send('ecran', list(line('a'), line('b', { postal: '=cmd' }), line('c')));
    expect(sent).toMatchObject({ status: 'received', producer: 'ecran', actions: ['cancel'], report: null });
    await runner.sweep();
    expect(await read(sent.id)).toMatchObject({
      status: 'checked', rowsRead: 3, actions: ['apply', 'cancel'], report: { rows: 3, accepted: 2, refused: 1, gone: 0, looksPartial: false },
    });
    expect(await stored('ecran')).toBe(0);
    const { body } = await administrator.get(`/imports/${sent.id}/findings`).expect(200);
    expect(body).toEqual({
      items: [{ row: 3, sourceId: 'b', field: 'code_postal', value: '=cmd', code: 'postal_code.invalid', message: 'Un code postal compte cinq chiffres' }],
      nextCursor: null,
    });
    expect((await administrator.get(`/imports/${sent.id}/findings?refused=false&limit=2`).expect(200)).body).toMatchObject({
      items: [{ row: 2, code: 'pivot.placeholder' }, { row: 3 }], nextCursor: expect.any(String) as string,
    });
    const csv = await administrator.get(`/imports/${sent.id}/refusals.csv`).expect(200);
    expect(csv.text).toContain("3;b;code_postal;'=cmd;postal_code.invalid;");
    expect((await administrator.post(`/imports/${sent.id}/apply`).expect(200)).body).toMatchObject({ status: 'applying' });
    await runner.sweep();
    expect(await read(sent.id)).toMatchObject({ status: 'applied', actions: [], report: { accepted: 2 } });
    expect(await stored('ecran')).toBe(2);
    expect(await kept(sent.id)).toBeNull();
    expect((await administrator.get('/imports').expect(200)).body.items[0]).toMatchObject({ id: sent.id });
  });

  it.each<[string, Record<string, string>, Buffer | string, number, string]>([
    ['a zip whatever its name', { producer: 'x1', licence: 'LO' }, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 422, 'import.archive'],
    ['a picture', { producer: 'x1', licence: 'LO' }, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 422, 'import.not_a_list'],
    ['no licence', { producer: 'x1' }, list(line('a')), 422, 'request.invalid'],
    ['a source that cannot be followed', { producer: 'x1', licence: 'LO', sourceUrl: 'javascript:alert(1)' }, list(line('a')), 422, 'request.invalid'],
    ['the producer of our own places', { producer: 'relais', licence: 'LO' }, list(line('a')), 422, 'import.producer'],
  ])('refuses %s', async (_, fields, content, status, code) => {
    const answer = await post(fields, content, 'lieux.csv');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(await t.db.query(`select 1 from venues.import_run where producer = 'x1'`)).toEqual([]);
  });

  it('refuses 200 MB before keeping any of it, and a form without a file', async () => {
    const { headers } = form({}, '');
    const huge = await t.app.inject({ method: 'POST', url: '/api/v1/imports', headers: { ...headers, 'content-length': String(200 * 1024 * 1024) }, payload: Buffer.from('--frontiere') });
    expect([huge.statusCode, huge.json<{ code: string }>().code]).toEqual([413, 'import.too_large']);
    await administrator.post('/imports').expect(422);
  });

  it('says why a list cannot be read, and forgets it', async () => {
    const { id } = await send('illisible', 'nom;ville\nx;y\n');
    await runner.sweep();
    expect(await read(id)).toMatchObject({ status: 'failed', problem: expect.stringContaining('Il manque des colonnes') as string, actions: [] });
    expect(await kept(id)).toBeNull();
  });

  it('asks whether a list that lacks most places is complete', async () => {
    const all = Array.from({ length: 25 }, (_, index) => line(`p${index}`));
    const first = await send('partielle', list(...all));
    await runner.sweep();
    await administrator.post(`/imports/${first.id}/apply`).expect(200);
    await runner.sweep();
    const { id } = await send('partielle', list(...all.slice(0, 3)));
    await runner.sweep();
    expect(await read(id)).toMatchObject({ report: { looksPartial: true, gone: 22 } });
    expect((await administrator.post(`/imports/${id}/apply`).expect(409)).body.code).toBe('import.looks_partial');
    await administrator.post(`/imports/${id}/apply`, { coverage: 'partial' }).expect(200);
    await runner.sweep();
    expect(await read(id)).toMatchObject({ status: 'applied', coverage: 'partial', report: { gone: 0, unchanged: 3 } });
  });

  it('cancelled while it is applied, leaves nothing', async () => {
    const { id } = await send('abandon', list(...Array.from({ length: 1500 }, (_, index) => line(`a${index}`, { postal: String(10_000 + index) }))));
    await runner.sweep();
    await administrator.post(`/imports/${id}/apply`).expect(200);
    const imports = t.app.get(VenueImport);
    const run = imports.run.bind(imports);
    const cancelled = jest.spyOn(imports, 'run').mockImplementationOnce((request) =>
      run({
        ...request,
        onProgress: async (rows) => {
          await t.db.apart(`update venues.import_run set status = 'cancelled', ended_at = now(), leased_until = null where id = $1`, [id]);
          await request.onProgress?.(rows);
        },
      }),
    );
    await runner.sweep();
    cancelled.mockRestore();
    expect(await read(id)).toMatchObject({ status: 'cancelled', actions: [] });
    expect(await stored('abandon')).toBe(0);
    await administrator.post(`/imports/${id}/apply`).expect(409);
  });

  it('begins again after a worker that died, and gives up after three', async () => {
    const { id } = await send('interrompue', list(line('a')));
    await t.db.query(`update venues.import_run set status = 'checking', attempts = 1, rows_read = 1, leased_until = now() + interval '1 minute' where id = $1`, [id]);
    await runner.sweep();
    expect((await read(id)).status).toBe('checking');
    await t.db.query(`update venues.import_run set leased_until = now() - interval '1 second' where id = $1`, [id]);
    await runner.sweep();
    expect((await read(id)).status).toBe('checked');
    const other = await send('interrompue', list(line('a')));
    await t.db.query(`update venues.import_run set status = 'checking', attempts = 3, leased_until = now() - interval '1 second' where id = $1`, [other.id]);
    await runner.sweep();
    expect(await read(other.id)).toMatchObject({ status: 'failed', problem: expect.stringContaining('interrompue') as string });
  });

  it('writes nothing of an application that stops half-way', async () => {
    const { id } = await send('tuee', list(...Array.from({ length: 1200 }, (_, index) => line(`k${index}`, { postal: String(20_000 + index) }))));
    await runner.sweep();
    await administrator.post(`/imports/${id}/apply`).expect(200);
    const imports = t.app.get(VenueImport);
    const run = imports.run.bind(imports);
    const killed = jest.spyOn(imports, 'run').mockImplementationOnce((request) =>
      run({
        ...request,
        onProgress: () => Promise.reject(new Error('killed')),
      }),
    );
    await expect(runner.sweep()).rejects.toThrow('killed');
    killed.mockRestore();
    expect(await stored('tuee')).toBe(0);
    expect((await read(id)).status).toBe('applying');
    await t.db.query(`update venues.import_run set leased_until = now() - interval '1 second' where id = $1`, [id]);
    await runner.sweep();
    expect(await read(id)).toMatchObject({ status: 'applied', report: { accepted: 1200 } });
    expect(await stored('tuee')).toBe(1200);
  });

  it('applies one list of a producer at a time', async () => {
    const [one, two] = [await send('double', list(line('a'))), await send('double', list(line('a')))];
    await runner.sweep();
    await administrator.post(`/imports/${one.id}/apply`).expect(200);
    expect((await administrator.post(`/imports/${two.id}/apply`).expect(409)).body.code).toBe('import.busy');
    await runner.sweep();
    await administrator.post(`/imports/${two.id}/cancel`).expect(200);
  });

  it('forgets what old lists said, and lists nobody decided about', async () => {
    const { id } = await send('vieille', list(line('a', { postal: 'x' })));
    await runner.sweep();
    await t.db.query(`update venues.import_run set created_at = now() - interval '40 days' where id = $1`, [id]);
    await runner.forget();
    expect(await read(id)).toMatchObject({ status: 'cancelled' });
    await t.db.query(`update venues.import_run set ended_at = now() - interval '100 days' where id = $1`, [id]);
    await runner.forget();
    expect((await administrator.get(`/imports/${id}/findings`).expect(200)).body.items).toEqual([]);
  });
});
