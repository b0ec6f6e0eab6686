import { Client } from 'pg';
import { freshDatabase } from '../support/database';
import { run } from '../support/child';

const PRODUCTION = { NODE_ENV: 'production', PUBLIC_URL: 'https://relais.example', NETPUBLIC_TOKEN: 'un-jeton-de-production' };

describe('a process that cannot start', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`insert into identity.person (email, given_name, family_name) values ('agent@demo.relais.example', 'Prénom', 'Nom')`);
    await client.end();
  });
  afterAll(() => database.drop());

  const start = (program: string, env: Record<string, string | undefined>) =>
    run(`dist/apps/${program}/src/main.js`, [], { env: { PATH: process.env.PATH, DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL, PORT: '0', LOG_LEVEL: 'silent', ...env } });

  const cases: [string, Record<string, string | undefined>, RegExp, string[]?][] = [
    ['DATABASE_URL is missing', { DATABASE_URL: undefined }, /DATABASE_URL est l’adresse de PostgreSQL/],
    ['REDIS_URL is not an address', { REDIS_URL: 'redis' }, /REDIS_URL est l’adresse de Redis/],
    ['PORT is not a number', { PORT: 'quatre-vingts' }, /PORT va de 0 à 65535/],
    ['PostgreSQL is not there', { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/relais' }, /PostgreSQL ne répond pas/, ['api', 'worker']],
    ['the database does not exist', { DATABASE_URL: `${process.env.DATABASE_URL}_absente` }, /PostgreSQL refuse la connexion/],
    ['the demonstration is asked for in production', { ...PRODUCTION, RELAIS_DEMO: 'true' }, /RELAIS_DEMO est refusé en production/],
    ['the token of the demonstration is kept in production', { ...PRODUCTION, NETPUBLIC_TOKEN: undefined }, /NETPUBLIC_TOKEN garde sa valeur de démonstration/],
    ['accounts of the demonstration are open in production', PRODUCTION, /comptes de démonstration .* sont actifs/, ['api', 'worker']],
  ];
  it.each(cases)('says why in one line when %s', async (_, env, reason, programs = ['api']) => {
    await Promise.all(
      programs.map(async (program) => {
        const { code, stdout, stderr } = await start(program, env);
        expect({ program, code, stdout }).toEqual({ program, code: 1, stdout: '' });
        expect(stderr).toMatch(new RegExp(`^${program} : [^\\n]+\\n$`));
        expect(stderr).toMatch(reason);
      }),
    );
  }, 60_000);
});
