import { readFileSync } from 'node:fs';
import { answersPerSecond } from './support/load.mjs';

const LIMITS = { api: 250, worker: 200 };

const residentMegabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** What each process keeps after ten seconds of 32 clients reading a course. */
export default {
  name: 'memory',
  async run(context) {
    const relais = await context.running();
    const { items } = await (await fetch(`${relais.url}/api/v1/courses?limit=1`)).json();
    await answersPerSecond(`${relais.url}/api/v1/courses/${items[0].slug}`, 10);
    return Object.entries(LIMITS).map(([name, limit]) => {
      const value = residentMegabytes(relais.pids[name]);
      return {
        name: `memory.${name}`,
        value,
        unit: 'Mo',
        limit,
        limitName: 'mémoire résidente',
        ratio: value / limit,
        goal: `≤ ${limit} Mo`,
        ok: value <= limit,
      };
    });
  },
};
