import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshDatabase } from '../support/database';
import { PrivateRedis, privateRedis, until, WorkerProcess } from './support/processes';

const ROWS = 1_500;
const HELD = 700; // more than a batch of the clock
const LIST = [
  'id,pivot,nom,commune,code_postal,adresse,date_maj',
  ...Array.from({ length: ROWS }, (_, n) => `${n},00000000000000,Lieu ${n},Bourg ${n},51100,1 rue ${n},2024-04-02`),
].join('\n');

/** A real worker, killed with -9 in the middle of what it does: PostgreSQL holds it there with a lock that this file has. */
describe('a worker killed where it stands', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let redis: PrivateRedis;
  let folder: string;
  let sql: Client;
  let lock: Client;
  let env: Record<string, string>;
  let worker: WorkerProcess | undefined;

  beforeEach(async () => {
    [database, redis, folder] = [await freshDatabase(), await privateRedis(), await mkdtemp(join(tmpdir(), 'relais-worker-'))];
    env = { NODE_ENV: 'test', DATABASE_URL: database.url, REDIS_URL: redis.url, STORAGE_URL: `file:${folder}/storage`, MAIL_URL: `file:${folder}/mail` };
    [sql, lock] = [new Client({ connectionString: database.url }), new Client({ connectionString: database.url })];
    await Promise.all([sql.connect(), lock.connect()]);
  }, 60_000);
  afterEach(async () => {
    await worker?.end();
    await Promise.all([sql.end(), lock.end()]);
    await redis.stop();
    await database.drop();
    await rm(folder, { recursive: true });
  }, 60_000);

  const count = async (from: string): Promise<number> => Number((await sql.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]!.n);
  const others = 'pg_stat_activity where datname = current_database() and pid <> all(array[$1, $2]::int[])';
  const pids = async () => Promise.all([sql, lock].map(async (client) => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid));

  /** Lets the worker come to the lock, kills it there, and waits until PostgreSQL has undone what it had begun. */
  async function killAtLock(): Promise<void> {
    const known = await pids();
    await until('the worker waits for the lock', async () => (await sql.query(`select 1 from ${others} and wait_event_type = 'Lock'`, known)).rowCount! > 0);
    await worker!.end();
    await lock.query('commit');
    await until('its connections are gone', async () => (await sql.query(`select 1 from ${others}`, known)).rowCount === 0);
  }

  it('in the middle of an import: nothing of it is kept, and the next worker does it once', async () => {
    const { rows: [person] } = await sql.query<{ id: string }>(`insert into identity.person (email, given_name, family_name) values ('a@exemple.fr', 'A', 'B') returning id`);
    const { rows: [run] } = await sql.query<{ id: string }>(
      `insert into venues.import_run (producer, licence, file_name, file_bytes, status, report, asked_by, created_at) values ('tue', 'LO', 'l.csv', $1, 'applying',
         '{"rows":0,"accepted":0,"changed":0,"unchanged":0,"refused":0}', $2, now()) returning id`,
      [LIST.length, person!.id],
    );
    await mkdir(join(folder, 'storage/imports'), { recursive: true });
    await writeFile(join(folder, 'storage/imports', run!.id), LIST);
    // The import writes its audit entry last, in its own transaction: every row has been written by then, and none is kept.
    await lock.query('begin; lock table platform.audit_entry in share row exclusive mode');
    worker = WorkerProcess.start(env);
    await until('the rows are read', async () => (await count(`venues.import_run where rows_read = ${ROWS}`)) === 1);
    await killAtLock();
    expect(await count(`venues.venue where source = 'tue'`)).toBe(0);
    expect((await sql.query('select status, attempts from venues.import_run')).rows).toEqual([{ status: 'applying', attempts: 1 }]);

    await sql.query(`update venues.import_run set leased_until = now()`); // two minutes later
    worker = WorkerProcess.start(env);
    await until('it is applied', async () => (await count(`venues.import_run where status = 'applied'`)) === 1);
    expect(await count(`venues.venue where source = 'tue'`)).toBe(ROWS);
    expect((await sql.query('select report from venues.import_run')).rows).toEqual([{ report: expect.objectContaining({ rows: ROWS, accepted: ROWS, refused: 0 }) }]);
    expect(await count(`platform.audit_entry where action = 'venues.venue.imported'`)).toBe(1);
  }, 180_000);

  it('as bookings expire: they are held until the next worker lets each of them lapse, and says it once', async () => {
    await sql.query(`
      with o as (insert into identity.organisation (kind, name, valid_from) values ('venue_operator', 'Ville', '2015-01-01') returning id),
           p as (insert into identity.person (email, given_name, family_name) values ('b@exemple.fr', 'A', 'B') returning id),
           v as (insert into venues.venue (source, source_id, slug, search_text, name, time_zone, status, operator_id, collected_by, updated_on)
                 select 'relais', 'v', 'v', 'v', 'Lieu', 'Europe/Paris', 'published', o.id, 'Ville', '2026-01-01' from o returning id),
           r as (insert into venues.room (venue_id, name, capacity) select id, 'Salle', 10 from v returning id, venue_id)
      insert into venues.booking (room_id, venue_id, period, status, requested_by, purpose, answer_by)
      select r.id, r.venue_id, tstzrange(now() + n * interval '1 hour', now() + (n + 1) * interval '1 hour'), 'held', p.id, 'Réunion', now() - interval '1 hour'
        from r, p, generate_series(1, ${HELD}) n`);
    await lock.query('begin; lock table platform.outbox in share row exclusive mode');
    worker = WorkerProcess.start(env);
    await killAtLock();
    expect(await count(`venues.booking where status = 'held'`)).toBe(HELD);
    expect(await count(`platform.outbox where type = 'venues.booking_expired'`)).toBe(0);

    worker = WorkerProcess.start(env);
    await until('all have lapsed', async () => (await count(`venues.booking where status = 'expired'`)) === HELD);
    const told = await sql.query(`select count(*)::int as n, count(distinct payload->>'bookingId')::int as bookings from platform.outbox where type = 'venues.booking_expired'`);
    expect(told.rows).toEqual([{ n: HELD, bookings: HELD }]);
    await until('each fact is handled', async () => (await count(`platform.outbox where published_at is null or pending <> '{}'`)) === 0);
  }, 300_000);
});
