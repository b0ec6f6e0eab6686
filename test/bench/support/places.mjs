import { withApi } from './api.mjs';
import { benchDatabase } from './database.mjs';

const COUNT = 100_000;
const made = new WeakMap();

/** A hundred thousand places strewn over the mainland, each with its hours, services and words. */
const PLACES = `
  insert into venues.venue (source, source_id, slug, search_text, name, address, postal_code, commune_name, departement_code, time_zone, latitude, longitude,
      typologies, services, publics, fees, programmes, opening_hours, week_hours, holiday_hours, summary, collected_by, updated_on, status, website, phone, emails)
  select 'banc', n::text, 'lieu-' || n, 'espace numerique ' || n || ' commune ' || n % 3000, 'Espace numérique ' || n, n % 200 + 1 || ' rue de la Mairie',
      lpad((n % 95000 + 1000)::text, 5, '0'), 'Commune ' || n % 3000, lpad((n % 95 + 1)::text, 2, '0'), 'Europe/Paris',
      42.5 + (n::bigint * 7919 % 8500) / 1000.0 + n % 997 / 1000000.0, -4.5 + (n::bigint * 104729 % 12500) / 1000.0 + n % 991 / 1000000.0,
      array[(array['EPN', 'BIB', 'CCAS', 'CS', 'MJC'])[n % 5 + 1]],
      case n % 3 when 0 then array['Accès internet et matériel informatique', 'Aide aux démarches administratives'] when 1 then array['Aide aux démarches administratives'] else array['Loisirs et créations numériques', 'Accès internet et matériel informatique'] end,
      case when n % 4 = 0 then array['Seniors'] else '{}' end, array['Gratuit'], case when n % 10 = 0 then array['France Services'] else '{}' end,
      'Mo-Fr 09:00-12:00', case n % 4 when 0 then '{[540,720),[1980,2160),[3420,3600)}' when 1 then '{[1980,2160)}' when 2 then '{[840,1080),[3720,3960)}' end::int4multirange, '{}',
      'Un lieu ouvert à tous, pour apprendre et pour faire ses démarches.', 'Banc', '2026-11-01', 'published', 'https://exemple.fr/' || n, '+33180059880', array['contact@exemple.fr']
    from generate_series(1, ${COUNT}) n`;

const database = (context) =>
  benchDatabase(context, 'places', async (client) => {
    await client.query(PLACES);
    await client.query('vacuum (analyze) venues.venue');
  });

/** Runs a measure against the built API and a hundred thousand places; `work` is told both addresses. */
export async function withPlaces(context, work) {
  if (!made.has(context)) made.set(context, database(context));
  const databaseUrl = await made.get(context);
  return withApi(context, databaseUrl, (url) => work({ url, databaseUrl, count: COUNT }));
}
