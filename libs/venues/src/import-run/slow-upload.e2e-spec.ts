import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { TestApp, testApp } from '../../../../test/support/app';
import { Someone } from '../../../../test/support/someone';

const FORM = 'frontiere';
const part = (name: string, value: string, more = '') => `--${FORM}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

describe('a body sent slowly', () => {
  let t: TestApp;
  let administrator: Someone;
  let port: number;
  beforeAll(async () => {
    t = await testApp({ env: { BODY_SECONDS: '1' } });
    administrator = await t.as('administrator');
    await t.app.listen(0, '127.0.0.1');
    port = (t.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => t.close());

  /** Longer than the limit of one second, a piece at a time; the status, or `cut`. */
  const send = (path: string, type: string, pieces: string[], token?: string) =>
    new Promise<number | 'cut'>((resolve) => {
      const sent = request({ port, host: '127.0.0.1', path: `/api/v1${path}`, method: 'POST', headers: { 'content-type': type, ...(token && { cookie: `relais_session=${token}` }) } });
      let status: number | 'cut' = 'cut';
      sent.on('response', (answer) => {
        status = answer.statusCode!;
        answer.resume();
      });
      sent.on('error', () => undefined).on('close', () => resolve(status));
      void (async () => {
        for (const piece of pieces) {
          sent.write(piece);
          await pause(400);
        }
        sent.end();
      })();
    });
  const list = (producer: string) => [
    part('producer', producer), part('licence', 'Licence Ouverte 2.0'),
    `--${FORM}\r\nContent-Disposition: form-data; name="file"; filename="lieux.csv"\r\nContent-Type: text/csv\r\n\r\nid,pivot,nom\r\n`,
    'a,00000000000000,Lieu\r\n', `\r\n--${FORM}--\r\n`,
  ];
  const multipart = `multipart/form-data; boundary=${FORM}`;

  it('is waited for when it is a list that its sender may send', async () => {
    expect(await send('/imports', multipart, list('lent'), administrator.token)).toBe(201);
    expect(await t.db.query('select file_name as name from venues.import_run where producer = $1', ['lent'])).toEqual([{ name: 'lieux.csv' }]);
  });

  it('is cut anywhere else, and of whoever may not send one', async () => {
    const json = ['{"decision": ', '"confirm",', '"token": ', '"x"', '}'];
    expect(['cut', 408]).toContain(await send('/booking-answers', 'application/json', json));
    const stranger = await t.as('venue_host');
    expect([await send('/imports', multipart, list('refuse')), await send('/imports', multipart, list('refuse'), stranger.token)]).toEqual([401, 403]);
    expect(await t.db.query('select 1 from venues.import_run where producer = $1', ['refuse'])).toEqual([]);
  });
});
