import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compare } from './support/load.mjs';

const GOAL = 0.5;

/** The public page of a course, against Fastify answering the same bytes from memory. */
export default {
  name: 'http.page',
  async run(context) {
    const { url } = await context.running();
    const { items } = await (await fetch(`${url}/api/v1/courses?limit=1`)).json();
    const page = `${url}/formations/${items[0].slug}`;
    const body = await (await fetch(page)).text();
    const server = spawn(
      process.execPath,
      [fileURLToPath(new URL('support/static-server.mjs', import.meta.url))],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    try {
      server.stdin.end(body);
      const [address] = await once(server.stdout, 'data');
      const [value, limit] = await compare([page, String(address)]);
      const ratio = value / limit;
      return {
        name: 'http.page',
        value,
        unit: 'req/s',
        limit,
        limitName: 'Fastify, corps fixe',
        ratio,
        goal: '≥ 0,5',
        ok: ratio >= GOAL,
      };
    } finally {
      server.kill();
    }
  },
};
