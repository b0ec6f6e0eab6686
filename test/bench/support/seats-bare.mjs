import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ours = createRequire(import.meta.url).resolve('@nestjs/platform-fastify');
const fastify = createRequire(ours)('fastify');
const { Pool } = createRequire(import.meta.url)('pg');

/** The limit: the same request by Fastify and one function of the database. Reads `{databaseUrl, connections}` on its input, says its address. */
const { databaseUrl, connections } = JSON.parse(readFileSync(0, 'utf8'));
const pool = new Pool({ connectionString: databaseUrl, max: connections });
const app = fastify();
app.post('/sessions/:id/enrolments', async ({ params, headers, body, url }, reply) => {
  const hash = createHash('sha256').update(/relais_session=([^;]*)/.exec(headers.cookie)[1]).digest();
  const fingerprint = createHash('sha256').update(`POST ${url} ${JSON.stringify(body)}`).digest('hex');
  const { rows } = await pool.query({ name: 'enrol', text: 'select bare.enrol($1, $2, $3, $4) as told', values: [hash, headers['idempotency-key'], fingerprint, params.id] });
  return reply.status(rows[0].told ? 201 : 401).send(rows[0].told);
});
process.stdout.write(await app.listen({ port: 0, host: '127.0.0.1' }));
