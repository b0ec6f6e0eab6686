import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ours = createRequire(import.meta.url).resolve('@nestjs/platform-fastify');
const fastify = createRequire(ours)('fastify');
const { Pool } = createRequire(import.meta.url)('pg');

/** The limit: one statement written by hand, its rows sent as they are. Reads `{databaseUrl, sql, name}` on its input, says its address; `?values=` is a JSON array. With a `name`, it is prepared. */
const { databaseUrl, sql, name } = JSON.parse(readFileSync(0, 'utf8'));
const pool = new Pool({ connectionString: databaseUrl, max: 16 });
const app = fastify();
app.get('/', async ({ query }) => ({ items: (await pool.query({ name, text: sql, values: JSON.parse(query.values) })).rows }));
process.stdout.write(await app.listen({ port: 0, host: '127.0.0.1' }));
