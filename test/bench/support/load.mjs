import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const clients = fileURLToPath(new URL('clients.mjs', import.meta.url));

/** Answers per second that an address gives to 32 clients; they live in another process. */
export async function answersPerSecond(url, seconds = 4) {
  const { stdout } = await promisify(execFile)(process.execPath, [clients, url, String(seconds)]);
  const { perSecond, refused } = JSON.parse(stdout);
  if (refused) throw new Error(`${url} : ${refused} refus.`);
  return perSecond;
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The median rate of each address, once warm, measured in turn so that a slow moment of the machine touches all. */
export async function compare(urls, rounds = 5) {
  const rates = urls.map(() => []);
  for (const url of urls) await answersPerSecond(url);
  for (let round = 0; round < rounds; round++)
    for (const [index, url] of urls.entries()) rates[index].push(await answersPerSecond(url));
  return rates.map(median);
}
