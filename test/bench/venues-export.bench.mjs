import { get } from 'node:http';
import { createRequire } from 'node:module';
import { withPlaces } from './support/places.mjs';
import { median } from './support/load.mjs';
import { ROOT } from '../../scripts/services/paths.mjs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { Client } = require('pg');
const { to } = require('pg-copy-streams');
const GOAL = 0.3;
const ROUNDS = 5;

/** Counts the lines of a stream as it flows, and keeps nothing of it. */
async function rowsPerSecond(stream) {
  const began = performance.now();
  let bytes = 0;
  for await (const chunk of await stream) bytes += chunk.length;
  return { seconds: (performance.now() - began) / 1000, bytes };
}

export default {
  name: 'venues.export',
  run: (context) =>
    withPlaces(context, async ({ url, databaseUrl, count }) => {
      const { selectOf } = require(join(ROOT, 'dist/libs/venues/src/open-data/open-data.rules.js'));
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      const overHttp = () => new Promise((resolve, reject) => get(`${url}/api/v1/open-data/lieux.csv`, resolve).on('error', reject));
      const copied = () => client.query(to(`copy (${selectOf('csv', { after: null, upTo: null })}) to stdout (format csv, header)`));
      try {
        const [first, second] = [await rowsPerSecond(overHttp()), await rowsPerSecond(copied())];
        if (first.bytes !== second.bytes) throw new Error(`Les deux fichiers diffèrent : ${first.bytes} et ${second.bytes} octets.`);
        const [ours, hand] = [[], []];
        for (let round = 0; round < ROUNDS; round++) {
          ours.push(count / (await rowsPerSecond(overHttp())).seconds);
          hand.push(count / (await rowsPerSecond(copied())).seconds);
        }
        const [value, limit] = [median(ours), median(hand)];
        const ratio = value / limit;
        return { name: 'venues.export', value, unit: 'lignes/s', limit, limitName: 'COPY … TO STDOUT', ratio, goal: '≥ 0,3', ok: ratio >= GOAL };
      } finally {
        await client.end();
      }
    }),
};
