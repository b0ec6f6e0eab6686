import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { withApi } from './support/api.mjs';
import { bareServer } from './support/bare.mjs';
import { median } from './support/load.mjs';
import { check } from './support/seats-checker.mjs';
import { inbox } from './support/seats-inbox.mjs';
import { AGENTS, idOf, SEATS, seatsDatabase, sessionOf, tokenOf } from './support/seats.mjs';

const { Client } = createRequire(import.meta.url)('pg');
const ROUNDS = 5;
const CONNECTIONS = 10;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const percentile = (values, p) => [...values].sort((a, b) => a - b)[Math.floor(values.length * p)];
const hash = (token) => createHash('sha256').update(token).digest('hex');

/** The crowd lives in another process. */
async function crowd(address, sessionsOf) {
  const asks = Array.from({ length: AGENTS }, (_, n) => [tokenOf(n + 1), sessionsOf(n)]);
  const clients = execFile(process.execPath, [here('support/crowd.mjs')], { maxBuffer: 1 << 28 });
  clients.stdin.end(JSON.stringify({ address, asks }));
  const chunks = [];
  clients.stdout.on('data', (chunk) => chunks.push(chunk));
  const [code] = await once(clients, 'close');
  if (code) throw new Error(`les clients se sont arrêtés (${code})`);
  const { seconds, waits, history } = JSON.parse(chunks.join(''));
  return { rate: history.length / seconds, p99: percentile(waits, 0.99), history };
}

const ROWS = {
  ours: `select e.session_id as session, encode(c.token_hash, 'hex') as token, e.status from training.enrolment e join identity.session c on c.person_id = e.agent_id
          where e.session_id = any($1) and e.status in ('admitted', 'waiting', 'offered')`,
  bare: `select e.session, encode(c.hash, 'hex') as token, e.status from bare.enrolment e join bare.cookie c on c.person = e.agent where e.session = any($1)`,
};

/** Rounds of the same crowd against both, on sessions that nobody asked for before; every history is checked. */
async function contest(name, { db, ours, bare, from, sessionsOf, perRound, goal, slowest }) {
  const sides = { ours, bare };
  const measured = { ours: [], bare: [] };
  let first = from;
  for (let round = -1; round < ROUNDS; round++) {
    for (const side of Object.keys(sides)) {
      const base = first;
      const sessions = Array.from({ length: perRound }, (_, n) => sessionOf(base + n));
      const { history, ...rest } = await crowd(sides[side], (agent) => sessionsOf(agent, base));
      const { rows } = await db.query(ROWS[side], [sessions]);
      const found = check(history.map((one) => ({ ...one, token: hash(one.token) })), rows, SEATS);
      if (Object.values(found).some(Boolean)) throw new Error(`${name}, ${side} : ${JSON.stringify(found)} ${[...new Set(history.map(({ outcome }) => outcome))].join(', ')}`);
      // The first round warms both.
      if (round >= 0) measured[side].push(rest);
    }
    first += perRound;
  }
  const of = (side, key) => median(measured[side].map((one) => one[key]));
  const [rate, bareRate, p99, bareP99] = [of('ours', 'rate'), of('bare', 'rate'), of('ours', 'p99'), of('bare', 'p99')];
  const row = (suffix, value, unit, limit, ok, told) => ({ name: `${name}${suffix}`, value, unit, limit, limitName: 'Fastify, pg et une fonction SQL', ratio: value / limit, goal: told, ok });
  return [
    row('', rate, 'demandes/s', bareRate, rate / bareRate >= goal, `≥ ${String(goal).replace('.', ',')}`),
    ...(slowest ? [row('.p99', p99, 'ms', bareP99, p99 / bareP99 <= slowest, `≤ ${slowest}`)] : []),
  ];
}

/** Pages and journal that one request writes, at its median; one round trip each. */
async function counts(db, from) {
  const seen = [];
  for (let n = 0; n < 220; n++) {
    const person = idOf('0002', (n % AGENTS) + 1);
    const ask = {
      person, agent: person, employer: idOf('0001', 2), session: sessionOf(from + Math.floor(n / 25)), key: `compte-${n}`, fingerprint: 'x', number: `E-C${n}`,
      motivation: '', target: 'placed', priority: 99, payer: 'cnfpt', cost: 0, at: new Date(),
    };
    const { rows } = await db.query('explain (analyze, buffers, wal, format json) select * from training.enrol($1, true)', [JSON.stringify([ask])]);
    const plan = rows[0]['QUERY PLAN'][0].Plan;
    if (n >= 20) seen.push({ buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], wal: plan['WAL Bytes'] });
  }
  const of = (key) => median(seen.map((one) => one[key]));
  const row = (name, value, unit, limit) => ({ name, value, unit, limit, limitName: 'objectif', ratio: value / limit, goal: `≤ ${limit}`, ok: value <= limit });
  return [row('seats.counts.buffers', of('buffers'), 'pages', 42), row('seats.counts.wal', of('wal'), 'octets', 1638)];
}

export default {
  name: 'seats',
  async run(context) {
    const databaseUrl = await seatsDatabase(context);
    const bare = await bareServer('seats-bare.mjs', { databaseUrl, connections: CONNECTIONS });
    const db = new Client({ connectionString: databaseUrl });
    await db.connect();
    try {
      return await withApi(context, databaseUrl, async (url) => {
        const common = { db, ours: `${url}/api/v1`, bare: bare.address };
        return [
          // Everybody wants the same sessions, in the same order.
          ...(await contest('seats.hot', { ...common, from: 1, perRound: 10, sessionsOf: (_, first) => Array.from({ length: 10 }, (__, n) => sessionOf(first + n)), goal: 0.7, slowest: 3 })),
          // Each goes its own way over two thousand sessions.
          ...(await contest('seats.spread', {
            ...common, from: 101, perRound: 1900, sessionsOf: (agent, first) => Array.from({ length: 20 }, (_, n) => sessionOf(first + ((agent * 20 + n) * 7919) % 1900)), goal: 0.6,
          })),
          ...(await counts(db, 11_700)),
          await inbox(databaseUrl, url),
        ];
      });
    } finally {
      await db.end();
      bare.stop();
    }
  },
};
