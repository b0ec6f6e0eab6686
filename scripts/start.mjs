import { createServer } from 'node:net';
import { build } from './build.mjs';
import { whenAbandoned } from './services/abandoned.mjs';
import { demoAccounts } from './services/demo-accounts.mjs';
import { ensureDependencies, ensureNode } from './ensure.mjs';
import { Failure, explain } from './services/failure.mjs';
import { forgetInstance, recordInstance, runningInstance, settings } from './services/instance.mjs';
import { answering, nodeArguments, programs } from './services/programs.mjs';
import { run } from './services/run.mjs';
import { freePort } from './services/server.mjs';
import { stepsOn } from './services/steps.mjs';
import { startPostgres, startRedis } from './services.mjs';

const { say, step } = stepsOn(process.stdout);
const toStop = [];
let stopping;

/** Stops what was started, in order; the last started of the services ends last. */
function stop(code) {
  stopping ??= (async () => {
    if (toStop.length) say('Arrêt de Relais…');
    while (toStop.length) await toStop.pop()();
    process.exit(code);
  })();
  return stopping;
}

function stopOnRequest() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  whenAbandoned(() => void stop(0));
}

async function wantedPort() {
  const text = process.env.PORT ?? '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Failure(`PORT vaut « ${text} » : donnez un nombre de 0 à 65535.`);
  if (port === 0) return freePort();
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }) =>
      reject(
        new Failure(
          code === 'EADDRINUSE'
            ? `Le port ${port} est déjà pris : arrêtez l’autre programme, ou lancez « PORT=${port + 1} npm start ».`
            : `Le port ${port} ne peut pas être ouvert (${code}) : lancez « PORT=3000 npm start ».`,
        ),
      ),
    );
    probe.listen(port, process.env.HOST ?? '127.0.0.1', () => probe.close(resolve));
  });
  return port;
}

async function services() {
  const found = {};
  const start = async (name, title, launch) =>
    step(title, async () => {
      found[name] = await launch();
    });
  const both = await Promise.allSettled([
    start('redis', 'Redis', () => startRedis({ announce: (text) => say(`    ${text}`) })),
    start('postgres', 'PostgreSQL', () => startPostgres()),
  ]);
  for (const name of ['postgres', 'redis']) if (found[name]) toStop.push(found[name].stop);
  const refused = both.find(({ status }) => status === 'rejected');
  if (refused) throw refused.reason;
  return { databaseUrl: found.postgres.url, redisUrl: found.redis.url };
}

async function main() {
  ensureNode();
  const other = runningInstance();
  if (other)
    throw new Failure(`Relais fonctionne déjà ici, à l’adresse ${other.publicUrl} (processus ${other.pid}).`);
  const port = await wantedPort();
  const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
  recordInstance({ publicUrl });
  toStop.push(forgetInstance);
  stopOnRequest();
  say('Relais démarre.');
  await step('Dépendances', async () => ((await ensureDependencies()) ? 'installées' : 'à jour'));
  const ready = await Promise.allSettled([
    step('Construction', async () => (await build()).join(', ') || 'à jour'),
    services(),
  ]);
  const failed = ready.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  const addresses = { publicUrl, netpublicUrl: `http://127.0.0.1:${await freePort()}` };
  const env = { ...settings({ ...ready[1].value, ...addresses }), PORT: String(port) };
  await step('Base de données, références et année de démonstration', async () => {
    await run(process.execPath, [...nodeArguments('cli'), 'db:prepare', '--demo'], {
      env,
      onProgress: (line) => say(`    ${line}`),
    });
  });
  const running = programs({ onCrash: fail });
  toStop.push(running.stop);
  const pids = {};
  await step('Services', async () => {
    pids.netpublic = running.start('netpublic', netpublicEnv(env));
    pids.worker = running.start('worker', env);
    pids.api = running.start('api', env);
    await answering(`http://127.0.0.1:${port}/health/ready`, { alive: () => !stopping });
  });
  recordInstance({ ...addresses, pids });
  say(welcome(addresses, running.logs));
}

const netpublicEnv = (env) => ({
  ...env,
  NETPUBLIC_PORT: new URL(env.NETPUBLIC_URL).port,
  NETPUBLIC_STORE: env.STORAGE_URL.replace(/^file:/, '').replace(/storage$/, 'netpublic'),
});

const welcome = ({ publicUrl, netpublicUrl }, logs) => `
Relais est prêt : ${publicUrl}
Le portail NetPublic de démonstration : ${netpublicUrl}
Les journaux sont dans ${logs}

${demoAccounts()}

Ctrl-C arrête tout.`;

function fail(error) {
  if (stopping) return;
  console.error(explain(error));
  void stop(1);
}

main().catch(fail);
