export interface NetPublicConfig {
  port: number;
  host: string;
  token: string;
  /** Directory of the journal; empty keeps the offers in memory only. */
  storeDir: string;
  faultsAllowed: boolean;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): NetPublicConfig {
  const port = Number(env.NETPUBLIC_PORT ?? 3200);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('NETPUBLIC_PORT : port attendu');
  const token = env.NETPUBLIC_TOKEN ?? '';
  if (token.length < 16) throw new Error('NETPUBLIC_TOKEN : 16 caractères au moins');
  return { port, host: env.HOST ?? '127.0.0.1', token, storeDir: env.NETPUBLIC_STORE ?? '', faultsAllowed: env.FAULTS === '1' };
}
