import type { Page } from 'playwright-core';
import { serious } from './axe';
import { visitor } from './browser';
import { keyboard } from './hand';
import { opened } from './opened';

/** Someone who looks for a course without knowing what it is called. */
describe('the catalogue', () => {
  const open = opened();

  const words = (page: Page) => page.getByRole('combobox', { name: /Que voulez-vous apprendre/ });
  const options = (page: Page) => page.getByRole('option');
  const asked = (page: Page) => new URL(page.url()).searchParams;
  const chips = (page: Page) => page.getByRole('group', { name: 'Filtres choisis' }).getByRole('button', { name: /^Retirer/ });

  /** Types, and waits for what is suggested of the whole: what was of its beginning is about to be replaced. */
  const typed = async (page: Page, text: string): Promise<void> => {
    await words(page).focus();
    const suggested = page.waitForResponse((answer) => answer.url().includes('course-suggestions') && new URL(answer.url()).searchParams.get('q') === text);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text, { delay: 20 });
    await suggested;
  };

  it('finishes what is typed, by keyboard alone', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await page.goto('/formations');
    await typed(page, 'access');
    await options(page).first().waitFor();
    expect(await serious(page)).toEqual([]);

    // Escape takes the suggestions away and leaves the words; Enter searches them.
    await page.keyboard.press('Escape');
    await options(page).first().waitFor({ state: 'detached' });
    expect(await words(page).inputValue()).toBe('access');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === 'access');

    // What two letters lack is still understood, and written with its accents.
    await typed(page, 'acessibilte');
    await page.getByRole('option', { name: 'accessibilité', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === 'accessibilité');
    expect(await words(page).inputValue()).toBe('accessibilité');

    // A course that is suggested is gone to.
    await typed(page, 'accessibilit');
    await page.getByRole('option', { name: /formation$/ }).first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/formations/*-*');
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('says how it read what was mistyped', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url);
    await page.goto('/formations?q=acessibilte%20zzzqq');
    await page.getByText('Résultats pour «\u202faccessibilité\u202f» au lieu de «\u202facessibilte\u202f».').waitFor();
    await page.getByText(/Aucune fiche ne contient «\szzzqq\s»/).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('is narrowed on a phone, and found again by going back', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url, 320);
    await page.goto('/formations');
    await page.getByRole('button', { name: 'Filtrer', exact: true }).click();
    await page.getByRole('checkbox', { name: /^Catégorie B/ }).locator('xpath=ancestor::label').click();
    await page.waitForURL((url) => url.searchParams.get('categorie') === 'B');
    await page.getByRole('checkbox', { name: /^À distance/ }).locator('xpath=ancestor::label').click();
    await page.waitForURL((url) => url.searchParams.get('modalite') === 'distance');
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: 'Voir les résultats' }).click();
    const results = page.getByRole('region', { name: 'Résultats' });
    await results.and(page.locator(':focus')).waitFor();
    expect(await results.evaluate((section) => Math.abs(section.getBoundingClientRect().top) < window.innerHeight)).toBe(true);

    await results.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await page.waitForURL('**/formations/*-*');
    await page.goBack();
    await chips(page).nth(1).waitFor();
    expect(await chips(page).count()).toBe(2);
    await page.goBack();
    await chips(page).nth(1).waitFor({ state: 'detached' });
    expect([asked(page).get('categorie'), asked(page).get('modalite')]).toEqual(['B', null]);
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('keeps the reader’s place when its filters are taken off, whatever the address holds', async () => {
    const { context, page, errors } = await visitor(open.browser, open.stack.url, 320);
    const focused = page.locator(':focus');
    const title = page.getByRole('heading', { level: 1, name: 'Formations' });
    const results = page.getByRole('region', { name: 'Résultats' });

    await page.goto(`/formations?q=${'w'.repeat(200)}`);
    await page.getByText(/^Aucune formation/).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await keyboard.press(page.getByRole('button', { name: 'Voir toutes les formations' }));
    await results.and(focused).waitFor();

    await page.goto('/formations?q=rgpd&categorie=B');
    await keyboard.press(page.getByRole('button', { name: 'Effacer les filtres' }));
    await title.and(focused).waitFor();
    await page.goto('/formations?q=rgpd');
    await keyboard.press(chips(page).first());
    await title.and(focused).waitFor();

    // An address that was mistyped says what is wrong in it; asking again would not help.
    await page.goto('/formations?pres=99999');
    await page.getByText('Cette commune n’existe pas.').waitFor();
    expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);
});
