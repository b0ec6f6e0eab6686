import type { Page } from 'playwright-core';
import { serious } from './axe';
import { PASSWORD, visitor } from './browser';
import { keyboard } from './hand';
import { opened } from './opened';

const VALENCE = { latitude: 44.9334, longitude: 4.8921 };

/** Someone who looks for a place: with and without a mouse, with and without telling where they are. */
describe('the directory of places', () => {
  const open = opened();

  const filter = (page: Page) => new URL(page.url()).searchParams;
  const results = (page: Page) => page.getByRole('region', { name: 'Résultats' });

  it('sorts by distance from a position that is given, rounded to a hundred metres', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(VALENCE);
    await page.goto('/lieux');
    await page.getByRole('button', { name: 'Autour de moi' }).click();
    await page.getByText('Les distances sont mesurées depuis votre position').waitFor();
    expect([filter(page).get('lat'), filter(page).get('lon')]).toEqual(['44.933', '4.892']);
    await results(page).getByText(/^à \d/).first().waitFor();
    await page.getByRole('button', { name: 'Oublier ma position' }).click();
    await page.waitForURL((url) => !url.searchParams.has('lat'));
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('leads to the commune when the position is refused', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await page.goto('/lieux');
    await page.getByRole('button', { name: 'Autour de moi' }).click();
    await page.getByText('Votre navigateur n’a pas donné votre position').waitFor();
    const commune = page.getByRole('combobox', { name: 'Autour d’une commune' });
    expect(await commune.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(filter(page).has('lat')).toBe(false);
    await keyboard.suggest(page, commune, 'Valence', /^Valence \(26\)/);
    await page.waitForURL(/pres=26362/);
    await results(page).getByText(/^à \d/).first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('is narrowed by several values, each taken off by itself, by keyboard alone', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await page.goto('/lieux');
    await keyboard.press(page.getByRole('button', { name: 'Plus de filtres' }));
    await keyboard.press(page.getByRole('button', { name: /Service proposé/ }));
    for (const service of ['Aide aux démarches administratives', 'Accès internet et matériel informatique']) {
      const option = page.getByRole('option', { name: service });
      for (let presses = 0; presses < 12 && !(await option.evaluate((one) => one === document.activeElement)); presses++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    expect(filter(page).getAll('service')).toHaveLength(2);
    await keyboard.suggest(page, page.getByRole('combobox', { name: 'Type de structure' }), 'Biblio', /^Bibliothèque/);
    await page.waitForURL(/typologie=BIB/);
    const chips = page.getByRole('group', { name: 'Filtres choisis' });
    expect(await chips.getByRole('button').count()).toBe(4);
    expect(await serious(page)).toEqual([]);
    await keyboard.press(chips.getByRole('button', { name: /Retirer le filtre.*Aide aux démarches/ }));
    await page.waitForURL((url) => url.searchParams.getAll('service').length === 1);
    expect(await chips.evaluate((group) => group.contains(document.activeElement))).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.getAll('service').length === 2);
    await keyboard.press(chips.getByRole('button', { name: 'Tout effacer' }));
    await page.waitForURL((url) => url.search === '');
    await chips.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('has a map that the keyboard moves, enlarges and reads', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await page.goto('/lieux?pres=26362&rayon=50');
    const map = page.getByRole('group', { name: /^Carte/ });
    const point = map.locator('.map-pin').first();
    await point.waitFor();
    const name = (await point.getAttribute('aria-label'))!;
    await keyboard.press(map.getByRole('button', { name, exact: true }).first());
    const link = map.getByRole('link', { name, exact: true });
    await link.waitFor({ timeout: 10_000 });
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'detached', timeout: 10_000 });
    const seen = () => page.getByText(/sur cette partie de la carte/).textContent();
    const before = await seen();
    // Every place around is framed at first: coming nearer leaves some out, going back finds them again.
    await keyboard.press(map.getByRole('button', { name: 'Agrandir', exact: true }));
    await page.waitForFunction((text) => !document.body.innerText.includes(text), before!);
    await keyboard.press(map.getByRole('button', { name: 'Réduire', exact: true }));
    await page.waitForFunction((text) => document.body.innerText.includes(text), before!);
    await keyboard.press(map.getByRole('button', { name, exact: true }).or(map.getByRole('button', { name: /lieux, agrandir/ })).first());
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('writes how many places there are in the middle of their mark, beside controls that a finger presses', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await page.goto('/lieux');
    const cluster = page.locator('.map-cluster').first();
    await cluster.waitFor();
    const offset = await cluster.evaluate((mark) => {
      const number = document.createRange();
      number.selectNodeContents(mark);
      const middle = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2];
      const [x, y] = middle(mark.getBoundingClientRect());
      const [numberX, numberY] = middle(number.getBoundingClientRect());
      return Math.max(Math.abs(x! - numberX!), Math.abs(y! - numberY!));
    });
    expect(offset).toBeLessThan(3);
    const control = await page.getByRole('button', { name: 'Agrandir', exact: true }).boundingBox();
    expect(Math.min(control!.width, control!.height)).toBeGreaterThanOrEqual(44);
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('leads whoever holds a place from its page to holding its file', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url, 320);
    const [place] = await open.stack.sql(`select slug, name from venues.venue where status = 'published' and operator_id is null and name !~ '[^a-zA-Z ]' and length(name) > 12 order by slug limit 1`);
    await page.goto(`/lieux/${String(place!.slug)}`);
    // Whoever comes here first finds the field of the lines to paste as elsewhere.
    const lines = page.getByRole('textbox', { name: 'Lignes à coller' });
    expect(await lines.evaluate((field) => getComputedStyle(field).borderTopLeftRadius)).not.toBe('0px');
    await page.getByRole('link', { name: /^Vous tenez ce lieu/ }).click();
    await page.waitForURL('**/connexion**');
    await page.getByLabel('Adresse électronique').fill('hote@demo.relais.example');
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(/\/hote\/lieux\?q=/);
    await page.getByRole('button', { name: new RegExp(`^C’est mon lieu.*${String(place!.name)}$`) }).first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);
});
