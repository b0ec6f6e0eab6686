import { readConfig } from './config';
import { OfferStore } from './offer-store';
import { buildServer } from './server';

async function main(): Promise<void> {
  const config = readConfig();
  const store = await OfferStore.open(config.storeDir);
  const app = buildServer(config, store);
  const stop = () => {
    void app
      .close()
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const address = await app.listen({ port: config.port, host: config.host });
  process.stdout.write(`NetPublic (démonstration) écoute sur ${address}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
