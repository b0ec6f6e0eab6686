import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../scripts/services/paths.mjs';
import { nodeArguments } from '../../scripts/services/programs.mjs';

const ROWS = 100_000;
const ROUNDS = 5;
const GOAL = 0.05;
const PEAK = 300;
const HEADER = 'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,horaires,date_maj,services,frais_a_charge';
const NAMES = ['Médiathèque', 'Espace numérique', 'France services', 'Centre social', 'Maison de quartier', 'Fabrique', 'Cyberbase', 'Mission locale'];
const HOURS = ['Mo-Fr 09:00-12:00,14:00-18:00', 'Tu-Sa 10:00-18:00; PH off', 'We 14:00-17:00', 'Mo-Fr 08:30-17:30'];

/** Three places in each commune, in a grid over France: the density of the real lists. */
const line = (n) => {
  const commune = Math.floor(n / 3);
  const insee = `${String(1 + (commune % 19)).padStart(2, '0')}${String(1 + (Math.floor(commune / 19) % 990)).padStart(3, '0')}`;
  return [
    `b-${n}`, '00000000000000', `${NAMES[n % 8]} ${(n * 7919).toString(36)}`, `Commune ${commune}`, `${insee.slice(0, 2)}000`, insee,
    `${1 + (n % 90)} rue ${(commune * 31).toString(36)}`, (43 + ((n * 0.00007) % 7)).toFixed(6), (-1 + ((n * 0.00131) % 7)).toFixed(6),
    '+33180059880', HOURS[n % 4], '2026-01-15', 'Accès internet et matériel informatique|Loisirs et créations numériques', 'Gratuit',
  ].map((value) => `"${value}"`).join(',');
};

async function writeList(path) {
  const out = createWriteStream(path);
  out.write(`${HEADER}\n`);
  for (let n = 0; n < ROWS; n += 1) if (!out.write(`${line(n)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Seconds of the whole command, and the most memory its process held. */
async function importList(path, env) {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeArguments('cli'), 'venues:import', path, '--apply', '--json', '--producer', 'bench'], {
    cwd: ROOT, env, stdio: ['ignore', 'pipe', 'ignore'],
  });
  let answer = '';
  child.stdout.on('data', (chunk) => (answer += chunk));
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, peakOf(child.pid));
    } catch {
      // it has just ended
    }
  }, 50);
  await once(child, 'close');
  clearInterval(watch);
  const { accepted, applied } = JSON.parse(answer);
  if (accepted !== ROWS || !applied) throw new Error(`L’import n’a gardé que ${accepted} lieux : ${answer.slice(0, 300)}`);
  return { seconds: (performance.now() - began) / 1000, peak };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A list of 100,000 rows read, checked, compared and applied by the command, against COPY of the very rows it wrote into the same table, with its indexes and triggers. */
export default {
  name: 'venues.import',
  async run(context) {
    const { databaseUrl, redisUrl } = await context.services();
    const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
    const db = new pg.Client({ connectionString: databaseUrl });
    const rows = `/tmp/relais-bench-${process.pid}.rows`;
    await db.connect();
    try {
      const path = join(folder, 'lieux.csv');
      await writeList(path);
      const env = { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
      const imports = [];
      const copies = [];
      const peaks = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await db.query('truncate venues.venue cascade');
        const { seconds, peak } = await importList(path, env);
        imports.push(ROWS / seconds);
        peaks.push(peak);
        await db.query(`copy venues.venue to '${rows}'`);
        await db.query('truncate venues.venue cascade');
        const began = performance.now();
        await db.query(`copy venues.venue from '${rows}'`);
        copies.push(ROWS / ((performance.now() - began) / 1000));
      }
      const [value, limit, peak] = [median(imports), median(copies), Math.max(...peaks)];
      return [
        { name: 'venues.import', value, unit: 'lignes/s', limit, limitName: 'COPY des mêmes lignes', ratio: value / limit, goal: '≥ 0,05', ok: value / limit >= GOAL },
        { name: 'venues.import.memory', value: peak, unit: 'Mo', limit: PEAK, limitName: 'mémoire de pointe', ratio: peak / PEAK, goal: '≤ 300 Mo', ok: peak <= PEAK },
      ];
    } finally {
      await db.end();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
