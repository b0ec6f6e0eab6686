import { Agent, createServer, request } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ApiProcess } from './processes';

const LOOK_MS = 200;

/** A plain load balancer: asks each instance whether it is ready, sends each request once, to the next that is. */
export async function balancer(instances: readonly ApiProcess[]): Promise<{ url: string; sees: (instance: ApiProcess) => boolean; stop: () => Promise<void> }> {
  const ready = new Set(instances);
  const asking = new Set<ApiProcess>();
  const look = setInterval(() => {
    for (const instance of instances) {
      if (asking.has(instance)) continue; // a late answer must not undo a later one
      asking.add(instance);
      void instance.ready().then((is) => {
        asking.delete(instance);
        return is ? ready.add(instance) : ready.delete(instance);
      });
    }
  }, LOOK_MS);
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((asked, answer) => {
    const [...able] = ready;
    const chosen = able[turn++ % able.length];
    if (!chosen) return void answer.writeHead(503).end();
    const forwarded = request(`${chosen.url}${asked.url}`, { method: asked.method, headers: asked.headers, agent }, (given) => {
      answer.writeHead(given.statusCode!, { 'content-type': given.headers['content-type'] });
      given.pipe(answer);
    });
    forwarded.on('error', () => answer.writeHead(502).end());
    return void asked.pipe(forwarded);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sees: (instance) => ready.has(instance),
    stop: async () => {
      clearInterval(look);
      agent.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
