import { Browser, BrowserContext, chromium, Page } from 'playwright-core';
import { Hand, pointing } from './hand';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** A real browser; `CHROMIUM` names it when the test command had to fetch one. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

export const PASSWORD = 'Relais-2015-demo';

/** Someone at their own computer: their own cookies, a wide screen unless told. */
export async function visitor(browser: Browser, url: string, width = 1280): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({ baseURL: url, locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // A refused request is logged by the browser by itself: the screens say it better.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
  });
  return { context, page, errors };
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, account: string, hand: Hand = pointing): Promise<void> {
  await page.goto('/connexion');
  await hand.type(page.getByLabel('Adresse électronique'), `${account}@demo.relais.example`);
  await hand.type(page.getByLabel('Mot de passe'), PASSWORD);
  await hand.press(page.getByRole('button', { name: 'Se connecter' }));
  await page.waitForURL('**/accueil');
}
