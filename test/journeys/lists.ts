import type { Page } from 'playwright-core';
import { eventually, Stack } from '../support/stack';

const HEADER = 'id,pivot,nom,commune,code_postal,adresse,latitude,longitude,date_maj';

/** Sends a list of places as the screen does, and waits for it to be read. */
async function send(stack: Stack, page: Page, rows: string[]): Promise<string> {
  const { id } = await page.evaluate(async (list) => {
    const parts = new FormData();
    for (const [name, value] of Object.entries({ producer: 'parcours', licence: 'Licence Ouverte 2.0' })) parts.append(name, value);
    parts.append('file', new File([list], 'lieux-du-parcours.csv', { type: 'text/csv' }));
    const answer = await fetch('/api/v1/imports', { method: 'POST', body: parts });
    return (await answer.json()) as { id: string };
  }, [HEADER, ...rows].join('\n'));
  await is(stack, id, 'checked');
  return id;
}

const is = (stack: Stack, id: string, status: string) =>
  eventually(async () => (await stack.sql('select status from venues.import_run where id = $1', [id]))[0]?.status === status);

const apply = async (stack: Stack, page: Page, id: string): Promise<void> => {
  await page.evaluate(
    (run) => fetch(`/api/v1/imports/${run}/apply`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"coverage":"complete"}' }),
    id,
  );
  await is(stack, id, 'applied');
};

/**
 * Two lists of one producer, by an administrator: the first has a place that looks like one of the demonstration and a
 * row to refuse, the second no longer has one of its places.
 */
export async function sendLists(stack: Stack, administrator: Page): Promise<void> {
  const [place] = await stack.sql(
    `select name, address, commune_name as commune, postal_code as "postalCode", latitude, longitude from venues.venue
      where status = 'published' and latitude is not null and address is not null and postal_code is not null and name !~ '[",]' and address !~ '[",]' order by slug limit 1`,
  );
  const { name, address, commune, postalCode, latitude, longitude } = place as Record<string, string>;
  const row = (id: string, called: string, where: string) => `${id},00000000000000,${called},${commune},${postalCode},${where},${latitude},${longitude},2026-01-05`;
  const twin = row('double', name!, address!);
  const left = row('parti', 'Atelier des Trois Rivières', '99 chemin du Moulin');
  // A value without a space, as long as what is told of it: the screens hold it.
  const refused = `refuse,00000000000000,Lieu sans code postal,${commune},${'5'.repeat(90)},1 rue du Port,,,2026-01-05`;
  await apply(stack, administrator, await send(stack, administrator, [twin, left, refused]));
  await apply(stack, administrator, await send(stack, administrator, [twin, refused]));
  await eventually(async () => (await stack.sql('select 1 from venues.duplicate limit 1')).length === 1);
}
