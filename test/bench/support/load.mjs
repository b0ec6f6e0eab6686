import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const autocannon = createRequire(import.meta.url).resolve('autocannon');

/** Requests per second that an address answers to 32 clients; the clients live in another process. */
export async function requestsPerSecond(url, seconds = 4) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [autocannon, '-c', '32', '-d', String(seconds), '--json', url],
    {
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const { requests, errors, non2xx } = JSON.parse(stdout);
  if (errors || non2xx) throw new Error(`${url} : ${errors} erreurs, ${non2xx} refus.`);
  return requests.average;
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The median rate of each address, measured in turn so that a slow moment of the machine touches both. */
export async function compare(urls, rounds = 5) {
  const rates = urls.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, url] of urls.entries()) rates[index].push(await requestsPerSecond(url));
  return rates.map(median);
}
