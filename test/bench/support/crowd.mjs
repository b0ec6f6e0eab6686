import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/**
 * Agents who all ask at once, each one request after the other. Reads `{address, asks}` on its input, `asks` by agent: `[token, [session, …]]`.
 * Says `{seconds, waits, history}`: milliseconds of each request, and what each was answered (`admitted`, `waiting`, a code, or `unknown`).
 */
const { address, asks } = JSON.parse(readFileSync(0, 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: asks.length });
const waits = [];
const history = [];

const post = (path, headers) =>
  new Promise((resolve) => {
    const sent = request(`${address}${path}`, { agent, method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, body: JSON.parse(Buffer.concat(chunks)) }));
    });
    sent.on('error', () => resolve({ status: 0, body: {} }));
    sent.end('{}');
  });

const began = performance.now();
await Promise.all(
  asks.map(async ([token, sessions], index) => {
    for (const session of sessions) {
      const at = performance.now();
      const { status, body } = await post(`/sessions/${session}/enrolments`, {
        cookie: `relais_session=${token}`, 'idempotency-key': `${session}-${index}`, 'x-forwarded-for': `10.0.${index >> 8}.${index & 255}`,
      });
      waits.push(performance.now() - at);
      history.push({ token, session, outcome: status === 201 ? body.status : status ? (body.code ?? String(status)) : 'unknown' });
    }
  }),
);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - began) / 1000, waits, history }));
