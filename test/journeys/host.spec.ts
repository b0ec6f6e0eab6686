import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { serious } from './axe';
import { signIn, visitor } from './browser';
import { Hand, keyboard, pointing } from './hand';
import { inDays } from '../support/builders';
import { eventually } from '../support/stack';
import { opened } from './opened';

/** Ten minutes at ten seconds a gesture: what a place with a room, hours, a closure, a photo and its charter may ask. */
const MOST_GESTURES = 60;

/** A finger lands on the words as well as on the box. */
const finger: Hand = { ...pointing, choose: (option) => option.locator('xpath=ancestor::label').click() };

/** A hand that counts: each tap, each field, each choice. */
function counting(hand: Hand): Hand & { gestures: () => number; count: () => void } {
  let count = 0;
  const counted = Object.fromEntries(
    Object.entries(hand).map(([name, act]: [string, (...args: never[]) => Promise<void>]) => [
      name,
      (...args: never[]) => {
        count += 1;
        return act(...args);
      },
    ]),
  ) as unknown as Hand;
  return { ...counted, gestures: () => count, count: () => void (count += 1) };
}

describe('a host', () => {
  const open = opened();

  const typed = (day: string) => day.split('-').reverse().join('');
  const said = (page: Page, message: string | RegExp) => page.getByText(message).first().waitFor();
  const dialog = (page: Page) => page.getByRole('alertdialog').or(page.getByRole('dialog'));

  it('publishes a place on a phone, in fewer gestures than ten minutes hold', async () => {
    const { page, errors, context } = await visitor(open.browser, open.stack.url, 320);
    const hand = counting(finger);
    await signIn(page, 'hote', hand);
    await page.goto('/hote/lieux');

    // Looks for it first, so as not to make it twice; it is not there.
    await hand.type(page.getByRole('searchbox', { name: 'Nom du lieu ou commune' }), 'Cyber-base des Salines');
    await hand.press(page.getByRole('button', { name: 'Rechercher' }));
    await said(page, 'Aucun autre lieu de ce nom dans l’annuaire');
    await hand.press(page.getByRole('button', { name: 'Créer une fiche' }));
    await hand.type(dialog(page).getByRole('textbox', { name: /Nom du lieu/ }), 'Cyber-base des Salines');
    expect(await dialog(page).getByText('Ce lieu existe peut-être déjà').count()).toBe(0);
    await hand.press(dialog(page).getByRole('button', { name: 'Créer une fiche' }));
    await page.waitForURL('**/hote/lieux/*-*');
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const step = (title: string) => page.getByRole('heading', { level: 2, name: title }).waitFor();
    const goOn = () => hand.press(page.getByRole('button', { name: 'Enregistrer et continuer' }));

    await step('Qui êtes-vous ?');
    await hand.type(page.getByRole('textbox', { name: 'Téléphone' }), '06 12 34 56 78');
    await said(page, /Ce numéro est celui d’un portable/);
    await hand.type(page.getByRole('textbox', { name: 'Téléphone' }), '04 66 00 00 00');
    await goOn();

    await step('Où est le lieu ?');
    await hand.type(page.getByRole('textbox', { name: 'Adresse', exact: true }), '3 place de la Mairie');
    await hand.suggest(page, page.getByRole('combobox', { name: /Commune/ }), 'Mende', /^Mende\b/);
    await hand.type(page.getByRole('textbox', { name: 'Code postal' }), '48000');
    const map = page.getByRole('group', { name: /^Carte/ });
    await map.scrollIntoViewIfNeeded();
    await hand.press(map);
    expect(Number(await page.getByRole('textbox', { name: /Latitude/ }).inputValue())).toBeGreaterThan(41);
    await goOn();

    await step('Quand est-il ouvert ?');
    await hand.choose(page.getByRole('checkbox', { name: 'Ouvert le lundi' }));
    await hand.press(page.getByRole('button', { name: 'Ajouter un horaire : lundi' }));
    const morning = page.getByRole('group', { name: 'Lundi, horaire 1' });
    await hand.digits(morning.getByRole('group', { name: /^De/ }), '0930');
    await hand.press(page.getByRole('button', { name: 'Copier sur les autres jours : lundi' }));
    await hand.press(dialog(page).getByRole('button', { name: 'Copier' }));
    await hand.press(page.getByRole('button', { name: 'Ajouter une fermeture' }));
    await hand.digits(dialog(page).getByRole('group', { name: /Premier jour/ }), typed(inDays(30)));
    await hand.digits(dialog(page).getByRole('group', { name: /Dernier jour/ }), typed(inDays(40)));
    await hand.type(dialog(page).getByRole('textbox', { name: /Raison/ }), 'congés d’hiver');
    await hand.press(dialog(page).getByRole('button', { name: 'Ajouter une fermeture' }));
    await said(page, 'La fermeture est ajoutée.');
    await goOn();

    await step('Qu’y fait-on, et pour qui ?');
    await hand.choose(page.getByRole('checkbox', { name: 'Aide aux démarches administratives' }));
    await hand.choose(page.getByRole('checkbox', { name: 'Gratuit', exact: true }));
    await goOn();

    await step('Quelles salles ?');
    await hand.press(page.getByRole('button', { name: 'Ajouter une salle' }));
    await hand.type(page.getByRole('textbox', { name: /Nom de la salle/ }), 'Salle Lozère');
    await hand.press(dialog(page).getByRole('button', { name: 'Ajouter une salle' }));
    await said(page, 'La salle est ajoutée.');
    await hand.press(page.getByRole('link', { name: 'Continuer' }));

    await step('À quoi ressemble-t-il ?');
    await hand.press(page.getByRole('button', { name: 'Ajouter une photo' }));
    const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#0b4f5c' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 31/1 0/1' } })
      .jpeg()
      .toBuffer();
    hand.count();
    await page.getByLabel('Photo', { exact: true }).setInputFiles({ name: 'salle.jpg', mimeType: 'image/jpeg', buffer: picture });
    await hand.press(dialog(page).getByRole('button', { name: 'Ajouter la photo' }));
    await said(page, 'Décrivez la photo, ou dites qu’elle est seulement décorative.');
    await hand.type(page.getByRole('textbox', { name: /Ce que montre la photo/ }), 'La salle et ses six postes');
    await hand.press(dialog(page).getByRole('button', { name: 'Ajouter la photo' }));
    await said(page, 'La photo est ajoutée.');
    await hand.press(page.getByRole('link', { name: 'Continuer' }));

    await step('La charte NetPublic');
    await hand.type(page.getByRole('textbox', { name: /Votre fonction/ }), 'Directeur');
    await hand.press(page.getByRole('button', { name: 'Signer la charte' }));
    await said(page, 'Ce lieu porte le label « Charte NetPublic »');
    await hand.choose(page.getByRole('checkbox', { name: 'Ce lieu accueille des sessions du CNFPT' }));
    await hand.press(page.getByRole('button', { name: 'Enregistrer', exact: true }));
    await hand.press(page.getByRole('link', { name: 'Continuer' }));

    await step('Aperçu et publication');
    await said(page, 'La fiche est prête');
    await hand.press(page.getByRole('button', { name: 'Publier le lieu' }));
    await hand.press(dialog(page).getByRole('button', { name: 'Publier le lieu' }));
    await said(page, 'Le lieu est publié.');
    await page.getByAltText('Code QR qui ouvre la page du lieu').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    process.stdout.write(`A host publishes a place in ${hand.gestures()} gestures (${MOST_GESTURES} at most).\n`);
    expect(hand.gestures()).toBeLessThanOrEqual(MOST_GESTURES);
    const [kept] = await open.stack.sql(
      `select v.status, v.phone, v.opening_hours as hours, v.services, (select count(*)::int from venues.closure c where c.venue_id = v.id) as closures,
              (select array_agg(alt) from venues.photo p where p.venue_id = v.id and p.ready_at is not null) as photos,
              exists (select 1 from venues.charter_label l where l.venue_id = v.id) as label, exists (select 1 from venues.session_hosting h where h.venue_id = v.id) as hosting
         from venues.venue v where v.id = $1`,
      [id],
    );
    expect(kept).toEqual({
      status: 'published', phone: '+33466000000', hours: 'Mo-Fr 09:30-12:00,14:00-18:00; PH off', services: ['Aide aux démarches administratives'],
      closures: 1, photos: ['La salle et ses six postes'], label: true, hosting: true,
    });
    expect(errors).toEqual([]);
    await context.close();
  }, 300_000);

  it('reads on the public page of its place what it said of it', async () => {
    const { page, errors, context } = await visitor(open.browser, open.stack.url, 320);
    await signIn(page, 'hote');
    await page.goto('/hote/lieux');
    await page.getByRole('list', { name: 'Mes lieux' }).getByRole('link').first().click();
    await page.waitForURL('**/hote/lieux/*-*');
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.goto(`/hote/lieux/${id}?etape=qui`);
    await page.getByRole('textbox', { name: 'Téléphone' }).fill('04 75 79 23 70');
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await page.getByRole('heading', { level: 2, name: 'Où est le lieu ?' }).waitFor();
    await page.goto(`/hote/lieux/${id}?etape=quoi`);
    for (const name of ['À distance', /^Ce lieu n.accueille pas de public$/]) await finger.choose(page.getByRole('checkbox', { name }));
    await page.getByRole('textbox', { name: 'Page de prise de rendez-vous' }).fill('https://rdv.example/valence');
    await page.getByRole('button', { name: /Programmes nationaux/ }).click();
    await page.getByRole('option', { name: 'Point d’accès numérique CAF' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await page.getByRole('heading', { level: 2, name: 'Quelles salles ?' }).waitFor();
    const [place] = await open.stack.sql('select slug from venues.venue where id = $1', [id]);
    await page.goto(`/lieux/${String(place!.slug)}`);
    const told = page.getByRole('complementary', { name: 'Contact' });
    await told.getByRole('link', { name: '04 75 79 23 70' }).waitFor();
    await told.getByRole('link', { name: 'Prendre rendez-vous (site externe)' }).waitFor();
    for (const words of ['À distance', 'Ce lieu n’accueille pas de public', 'Point d’accès numérique CAF']) await told.getByText(words).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('writes its hours by keyboard alone, and is told of a place of the same name before making it again', async () => {
    const { page, errors, context } = await visitor(open.browser, open.stack.url);
    await signIn(page, 'hote', keyboard);
    const [place] = await open.stack.sql(`select name from venues.venue where status = 'published' and operator_id is null and length(name) > 12 and name !~ '[/:]' order by slug limit 1`);
    await page.goto('/hote/lieux');
    await keyboard.press(page.getByRole('button', { name: 'Créer une fiche' }));
    await keyboard.type(dialog(page).getByRole('textbox', { name: /Nom du lieu/ }), String(place!.name));
    await said(page, 'Ce lieu existe peut-être déjà');
    await dialog(page).getByRole('link', { name: `${String(place!.name)} (nouvelle fenêtre)` }).first().waitFor();
    await keyboard.type(dialog(page).getByRole('textbox', { name: /Nom du lieu/ }), 'Atelier du clavier');
    await keyboard.press(dialog(page).getByRole('button', { name: 'Créer une fiche' }));
    await page.waitForURL('**/hote/lieux/*-*');
    const id = new URL(page.url()).pathname.split('/').at(-1)!;

    await page.goto(`/hote/lieux/${id}?etape=quand`);
    await keyboard.choose(page.getByRole('checkbox', { name: 'Ouvert le mardi' }));
    const tuesday = page.getByRole('group', { name: 'Mardi, horaire 1' });
    await keyboard.digits(tuesday.getByRole('group', { name: /^De/ }), '0900');
    await keyboard.digits(tuesday.getByRole('group', { name: /^À/ }), '1230');
    await keyboard.press(page.getByRole('button', { name: 'Copier sur les autres jours : mardi' }));
    await keyboard.press(dialog(page).getByRole('button', { name: 'Copier' }));
    await keyboard.press(page.getByRole('button', { name: 'Enregistrer et continuer' }));
    await page.getByRole('heading', { level: 2, name: 'Qu’y fait-on, et pour qui ?' }).waitFor();
    await eventually(async () => String((await open.stack.sql('select opening_hours as hours from venues.venue where id = $1', [id]))[0]!.hours).includes('09:00-12:30'));

    await page.goto(`/hote/lieux/${id}?etape=ou`);
    await keyboard.type(page.getByRole('textbox', { name: /Latitude/ }), '44,518');
    await keyboard.type(page.getByRole('textbox', { name: /Longitude/ }), '200');
    await keyboard.press(page.getByRole('button', { name: 'Enregistrer et continuer' }));
    await said(page, 'Écrivez des degrés, entre -180 et 180');
    await keyboard.type(page.getByRole('textbox', { name: /Longitude/ }), '3,501');
    await keyboard.press(page.getByRole('button', { name: 'Enregistrer et continuer' }));
    await page.getByRole('heading', { level: 2, name: 'Quand est-il ouvert ?' }).waitFor();
    expect((await open.stack.sql('select latitude, longitude from venues.venue where id = $1', [id]))[0]).toEqual({ latitude: 44.518, longitude: 3.501 });
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('claims a place of the directory, which answers from its mailbox', async () => {
    const address = 'accueil@mediatheque.example';
    const [place] = await open.stack.sql(
      `update venues.venue set emails = array[$1] where id = (select id from venues.venue where operator_id is null and status = 'published' and emails = '{}'
         and length(name) > 12 and not exists (select 1 from venues.venue o where o.search_text = venues.venue.search_text and o.id <> venues.venue.id) order by id limit 1) returning id, name`,
      [address],
    );
    const { id, name } = place as { id: string; name: string };
    const host = await visitor(open.browser, open.stack.url);
    await signIn(host.page, 'hote');
    await host.page.goto('/hote/lieux');
    await host.page.getByRole('searchbox', { name: 'Nom du lieu ou commune' }).fill(name);
    await host.page.getByRole('button', { name: 'Rechercher' }).click();
    await host.page.getByRole('button', { name: `C’est mon lieu : ${name}` }).first().click();
    await dialog(host.page).getByRole('button', { name: 'C’est mon lieu' }).click();
    await said(host.page, /Un courriel est parti à l’adresse publiée du lieu \(a•••@mediatheque\.example\)/);

    await eventually(() => Promise.resolve(open.mailbox.at(address).length === 1));
    const link = /\/reponse-lieu\/\S+/.exec(open.mailbox.at(address)[0]!.text!)![0];
    const reader = await visitor(open.browser, open.stack.url);
    await reader.page.goto(link);
    await said(reader.page, new RegExp('demande à tenir la fiche de'));
    expect((await open.stack.sql('select status from venues.claim where venue_id = $1', [id]))[0]).toEqual({ status: 'asked' });
    await reader.page.getByRole('button', { name: 'Oui, cette organisation tient ce lieu' }).click();
    await said(reader.page, /cette organisation tient la fiche du lieu/);
    // The button that was at work is gone: nothing must point at it any more.
    expect(await serious(reader.page)).toEqual([]);
    expect(await reader.page.locator('[role=img]:empty').count()).toBe(0);
    await reader.page.goto(link);
    await said(reader.page, /cette organisation tient la fiche du lieu/);
    await reader.page.goto(`${link}x`);
    await said(reader.page, /Ce lien n’est pas reconnu/);

    await host.page.goto('/hote/lieux');
    await host.page.getByRole('link', { name }).first().waitFor();
    await eventually(() => Promise.resolve(open.mailbox.at('hote@demo.relais.example').some(({ subject }) => subject === 'Vous tenez maintenant la fiche d’un lieu')));
    expect([...host.errors, ...reader.errors]).toEqual([]);
    await host.context.close();
    await reader.context.close();
  }, 180_000);

  describe('whose room a session has', () => {
    /** A session of the demonstration to come, all of whose half-days have a confirmed room. */
    const session = async () => {
      const [found] = await open.stack.sql(
        `select s.id, s.code, (array_agg(b.id order by b.period))[1] as booking, min(lower(b.period)) as "from"
           from training.session s join training.session_slot k on k.session_id = s.id left join venues.booking b on b.id = k.booking_id
          where s.status in ('open', 'confirmed') group by s.id
         having bool_and(coalesce(b.status = 'confirmed', false)) and min(lower(b.period)) > now() + interval '5 days' order by s.starts_at, s.code limit 1`,
      );
      return found as { id: string; code: string; booking: string; from: Date };
    };
    const bookingOf = async (id: string) =>
      (await open.stack.sql(`select b.status, to_char(lower(b.period) at time zone v.time_zone, 'HH24:MI') as start from venues.booking b join venues.venue v on v.id = b.venue_id where b.id = $1`, [id]))[0];

    it('is moved by its organiser, by keyboard alone', async () => {
      const { code, booking } = await session();
      const { page, errors, context } = await visitor(open.browser, open.stack.url);
      await signIn(page, 'catalogue', keyboard);
      await page.goto(`/gestion/sessions/${code}`);
      const move = page.getByRole('button', { name: /^Déplacer/ }).first();
      await keyboard.press(move);
      await dialog(page).getByRole('group', { name: /^De/ }).waitFor();
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      expect(await move.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await keyboard.digits(dialog(page).getByRole('group', { name: /^De/ }), '0815');
      await keyboard.press(dialog(page).getByRole('button', { name: 'Déplacer', exact: true }));
      await said(page, 'La réservation est déplacée.');
      // Its host agrees again, for the new hours.
      expect(await bookingOf(booking)).toEqual({ status: 'held', start: '08:15' });
      await said(page, 'Accord attendu');
      await page.getByRole('heading', { name: 'Ce qui a changé' }).waitFor();
      expect(errors).toEqual([]);
      await context.close();
    }, 120_000);

    it('is given back from its booking, and the session says that it has none', async () => {
      const { code, booking } = await session();
      const { page, errors, context } = await visitor(open.browser, open.stack.url, 320);
      await signIn(page, 'catalogue');
      await page.goto(`/gestion/sessions/${code}`);
      await page.getByRole('button', { name: /^Rendre la salle/ }).first().click();
      expect(await serious(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Rendre la salle' }).click();
      await said(page, 'Dites pourquoi vous rendez la salle.');
      await dialog(page).getByRole('textbox', { name: /Motif/ }).fill('Un lieu plus proche des agents');
      await dialog(page).getByRole('button', { name: 'Rendre la salle' }).click();
      await said(page, /^La salle est rendue/);
      await said(page, 'Des demi-journées n’ont pas de salle');
      expect(await bookingOf(booking)).toMatchObject({ status: 'cancelled' });
      await page.getByRole('button', { name: 'Choisir une autre salle' }).click();
      await dialog(page).getByRole('radio').first().waitFor();
      expect(await serious(page)).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    }, 120_000);
  });
});
