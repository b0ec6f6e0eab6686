import type { Page } from 'playwright-core';
import { eventually } from '../support/stack';
import { signIn, visitor } from './browser';
import { Hand, keyboard, pointing } from './hand';
import { opened } from './opened';

const AGENT = 'agent@demo.relais.example';

/** Someone waits for a course that nobody gives yet. */
describe('a search that one keeps', () => {
  const open = opened();

  const said = (page: Page, message: string | RegExp) => page.getByText(message).first().waitFor();
  const isThere = (condition: () => boolean) => eventually(() => Promise.resolve(condition()));
  const digests = () => open.mailbox.at(AGENT).filter(({ subject }) => /nouveautés? dans vos recherches/.test(subject ?? ''));

  /** A manager publishes a course like one of the catalogue, under another name. */
  async function publish(title: string): Promise<void> {
    const { page, context } = await visitor(open.browser, open.stack.url);
    await signIn(page, 'catalogue');
    const [model] = await open.stack.sql(`select id from training.course where status = 'published' order by title limit 1`);
    const answers = await page.evaluate(
      async ([id, called]) => {
        const send = (method: string, path: string, version: number, input?: object) =>
          fetch(`/api/v1${path}`, {
            method,
            headers: { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID(), ...(input && { 'content-type': 'application/json' }) },
            body: input && JSON.stringify(input),
          });
        const copied = await send('POST', `/courses/${id}/duplicate`, 1);
        const copy = (await copied.json()) as { id: string; version: number };
        const edited = await send('PATCH', `/courses/${copy.id}`, copy.version, { title: called });
        const { version } = (await edited.json()) as { version: number };
        return [copied.status, edited.status, (await send('POST', `/courses/${copy.id}/publish`, version)).status];
      },
      [String(model!.id), title],
    );
    expect(answers).toEqual([201, 200, 200]);
    await context.close();
  }

  it.each([
    ['by pointing', pointing, 'Restaurer des vitraux anciens', 'vitraux'],
    ['by keyboard alone', keyboard, 'Accorder les carillons', 'carillon'],
  ])('tells what is new, until it is asked to stop: %s', async (_how, hand: Hand, title, words) => {
    await open.stack.sql(`update training.digest set day = day - 1 where person_id = (select id from identity.person where email = $1)`, [AGENT]);
    const told = digests().length;
    const { page, errors, context } = await visitor(open.browser, open.stack.url);
    // The agent finds nothing, signs in from there, and keeps the search.
    await page.goto(`/formations?q=${words}`);
    await said(page, /Aucune formation ne contient/);
    await hand.press(page.getByRole('link', { name: 'Se connecter pour enregistrer cette recherche' }));
    await hand.type(page.getByLabel('Adresse électronique'), AGENT);
    await hand.type(page.getByLabel('Mot de passe'), 'Relais-2015-demo');
    await hand.press(page.getByRole('button', { name: 'Se connecter' }));
    await page.waitForURL(`**/formations?q=${words}`);
    await hand.press(page.getByRole('button', { name: 'Enregistrer cette recherche' }));
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox', { name: /Nom de la recherche/ }).inputValue()).toBe(words);
    await hand.press(dialog.getByRole('button', { name: 'Enregistrer' }));
    await said(page, 'La recherche est enregistrée.');
    await said(page, new RegExp(`Enregistrée sous le nom «\\s${words}\\s»`));

    // A course comes; the next morning a mail tells it.
    await publish(title);
    await eventually(async () => (await open.stack.sql(`select from training.news n join training.course c on c.id = n.course_id where c.title = $1`, [title])).length === 1);
    await open.stack.sql(`update training.saved_search set told_at = told_at - interval '1 day' where name = $1`, [words]);
    await open.stack.run('training.write_digests');
    await isThere(() => digests().length > told);
    const mail = digests().at(-1)!;
    expect(mail.text).toContain(`Nouvelle formation\u202f: «\u202f${title}\u202f»`);

    // From the mail, without signing in, it stops.
    const anyone = await visitor(open.browser, open.stack.url, 320);
    await anyone.page.goto(new URL(/\S+\/desabonnement\/\S+/.exec(mail.text!)![0]).pathname);
    await said(anyone.page, /vous envoie(nt)? un courriel/);
    await hand.press(anyone.page.getByRole('button', { name: 'Arrêter ces courriels' }));
    await said(anyone.page, 'Vous ne recevrez plus ces courriels');
    await anyone.page.reload();
    await said(anyone.page, 'Vous ne recevez déjà plus ces courriels');
    expect(anyone.errors).toEqual([]);
    await anyone.context.close();

    // The search is still there, silent; taken off by mistake, it is put back.
    await page.goto('/mes-recherches');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: words, exact: true }) });
    await row.getByText('Pas de courriel').waitFor();
    await hand.press(row.getByRole('button', { name: /^Supprimer/ }));
    await hand.press(page.getByRole('button', { name: /^Remettre/ }));
    await hand.press(row.getByRole('link', { name: words, exact: true }));
    await page.waitForURL(`**/formations?q=${words}`);
    await page.getByRole('link', { name: title }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 240_000);
});
