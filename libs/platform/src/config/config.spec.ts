import { ConfigError, loadConfig } from './config';

const base = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/relais', REDIS_URL: 'redis://127.0.0.1:6379' };

describe('loadConfig', () => {
  it('accepts the least', () => expect(loadConfig(base).PORT).toBe(3000));
  it.each([
    ['DATABASE_URL', { REDIS_URL: base.REDIS_URL }],
    ['PORT', { ...base, PORT: 'abc' }],
    ['STORAGE_URL', { ...base, STORAGE_URL: 'ftp://x' }],
    ['RELAIS_DEMO', { ...base, NODE_ENV: 'production', RELAIS_DEMO: 'true' }],
    ['NETPUBLIC_TOKEN', { ...base, NODE_ENV: 'production', PUBLIC_URL: 'https://relais.example' }],
  ])('names %s in one line', (name, env) => {
    expect(() => loadConfig(env)).toThrow(ConfigError);
    expect(() => loadConfig(env)).toThrow(new RegExp(`^Configuration refusée : .*${name}[^\n]*$`));
  });
});
