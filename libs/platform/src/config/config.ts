import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const url = (protocols: string[]) => ({ protocols, require_tld: false, require_protocol: true });
const DEMO_TOKEN = 'demo-netpublic-token';

/** Every setting of the processes; `docs/operations.md` lists them. */
export class Config {
  @IsIn(['development', 'test', 'production'], { message: 'NODE_ENV vaut development, test ou production.' })
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsUrl(url(['postgres', 'postgresql']), { message: 'DATABASE_URL est l’adresse de PostgreSQL (postgres://…).' })
  DATABASE_URL: string;

  @IsUrl(url(['redis', 'rediss']), { message: 'REDIS_URL est l’adresse de Redis (redis://…).' })
  REDIS_URL: string;

  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'PORT est un nombre entier.' })
  @Min(0, { message: 'PORT va de 0 à 65535.' })
  @Max(65535, { message: 'PORT va de 0 à 65535.' })
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  @IsUrl(url(['http', 'https']), { message: 'PUBLIC_URL est l’adresse publique du site (https://…).' })
  PUBLIC_URL = 'http://127.0.0.1:3000';

  @Matches(/^(smtps?:\/\/|file:)/, { message: 'MAIL_URL vaut smtp://serveur:port ou file:dossier.' })
  MAIL_URL = 'file:.data/mail';

  @IsString()
  MAIL_FROM = 'Relais <ne-pas-repondre@relais.example>';

  @Matches(/^(none|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/, { message: 'QUIET_HOURS vaut HH:MM-HH:MM, ou none.' })
  QUIET_HOURS = '20:00-07:00';

  @Matches(/^file:/, { message: 'STORAGE_URL vaut file:dossier.' })
  STORAGE_URL = 'file:.data/storage';

  @IsOptional()
  @Matches(/^https?:\/\/[^\s"'<>;,]+$/, { message: 'MAP_TILES_URL est l’adresse d’un serveur de tuiles (https://…/{z}/{x}/{y}.png).' })
  MAP_TILES_URL?: string;

  @IsString()
  MAP_TILES_ATTRIBUTION = '© les contributeurs d’OpenStreetMap';

  @IsOptional()
  @IsUrl(url(['http', 'https']), { message: 'NETPUBLIC_URL est l’adresse du portail NetPublic (https://…).' })
  NETPUBLIC_URL?: string;

  @MinLength(16, { message: 'NETPUBLIC_TOKEN compte au moins 16 caractères.' })
  NETPUBLIC_TOKEN: string = DEMO_TOKEN;

  @IsOptional()
  @MinLength(16, { message: 'METRICS_TOKEN compte au moins 16 caractères.' })
  METRICS_TOKEN?: string;

  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'ANSWER_DAYS est un nombre entier.' })
  @Min(1, { message: 'ANSWER_DAYS va de 1 à 60.' })
  @Max(60, { message: 'ANSWER_DAYS va de 1 à 60.' })
  ANSWER_DAYS = 7;

  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'BODY_SECONDS est un nombre entier.' })
  @Min(1, { message: 'BODY_SECONDS va de 1 à 180.' })
  @Max(180, { message: 'BODY_SECONDS va de 1 à 180.' })
  BODY_SECONDS = 30;

  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  RELAIS_DEMO = false;

  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'DATABASE_POOL est un nombre entier.' })
  @Min(1, { message: 'DATABASE_POOL vaut au moins 1.' })
  DATABASE_POOL = 20;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { message: 'LOG_LEVEL vaut trace, debug, info, warn, error ou silent.' })
  LOG_LEVEL = 'info';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** A setting is missing or wrong: `message` is one clear line, in French. */
export class ConfigError extends Error {}

/** Reads the environment; throws {@link ConfigError} naming every wrong setting. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const known = new Set([...Object.keys(new Config()), 'DATABASE_URL', 'REDIS_URL', 'NETPUBLIC_URL', 'METRICS_TOKEN', 'MAP_TILES_URL']);
  const given = Object.fromEntries(Object.entries(env).filter(([key, value]) => known.has(key) && value !== ''));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const wrong = validateSync(config).map((error) => Object.values(error.constraints ?? {})[0] ?? error.property);
  if (config.isProduction && config.RELAIS_DEMO) wrong.push('RELAIS_DEMO est refusé en production.');
  if (config.isProduction && config.NETPUBLIC_TOKEN === DEMO_TOKEN)
    wrong.push('NETPUBLIC_TOKEN garde sa valeur de démonstration, refusée en production.');
  if (config.isProduction && !config.PUBLIC_URL.startsWith('https://'))
    wrong.push('PUBLIC_URL commence par https:// en production.');
  if (wrong.length) throw new ConfigError(`Configuration refusée : ${wrong.join(' ')}`);
  return config;
}
