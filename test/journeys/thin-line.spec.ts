import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { signIn, visitor } from './browser';
import { inDays } from '../support/builders';
import { eventually } from '../support/stack';
import { Hand, keyboard, pointing } from './hand';
import { opened } from './opened';

/** A name that ends with a title people wrote; typographic spaces are spaces. */
const named = (start: string, title: string) => new RegExp(`^${start}\\s*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}`);

/** The whole line, by the five people it takes: host, course manager, agent, employer, trainer. */
describe('from a published place to an attestation', () => {
  const open = opened();

  const someone = async (hand: Hand, account: string): Promise<{ page: Page; errors: string[]; leave: () => Promise<void> }> => {
    const { page, errors, context } = await visitor(open.browser, open.stack.url);
    await signIn(page, account, hand);
    return {
      page,
      errors,
      leave: async () => {
        await context.close();
        expect(errors).toEqual([]);
      },
    };
  };
  const first = async <T>(sql: string, params: unknown[] = []): Promise<T> => (await open.stack.sql(sql, params))[0] as T;
  const confirm = (hand: Hand, page: Page, name: string) => hand.press(page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name, exact: true }));

  it.each([
    ['by pointing', pointing, 'Médiathèque des parcours'],
    ['by keyboard alone', keyboard, 'Médiathèque des touches'],
  ])('%s', async (_how, hand, placeName) => {
    const course = await first<{ title: string; slug: string }>(
      `select c.title, c.slug from training.course c where c.status = 'published' and not c.is_selective and c.audience_categories @> array['A', 'B', 'C']
          and not exists (select 1 from training.session s join training.enrolment e on e.session_id = s.id join identity.person p on p.id = e.agent_id
                           where s.course_id = c.id and p.email like 'agent@%') order by c.title limit 1`,
    );
    const trainer = await first<{ id: string; name: string }>(
      `select id, given_name || ' ' || family_name as name from identity.person where email = 'formateur@demo.relais.example'`,
    );
    const { day } = await first<{ day: string }>(
      `select to_char(d, 'DDMMYYYY') as day from generate_series($2::date, $2::date + 40, interval '1 day') d
        where not exists (select 1 from trainers.assignment a where a.trainer_id = $1 and a.active and a.period && tstzrange(d, d + interval '1 day'))
          and not exists (select 1 from identity.public_holiday h where h.territory = 'metropole' and h.date = d::date) limit 1`,
      [trainer.id, inDays(20)],
    );

    // The host opens a place, gives it a room, and publishes it.
    const host = await someone(hand, 'hote');
    await host.page.goto('/hote/lieux');
    await host.page.waitForLoadState('networkidle');
    await hand.press(host.page.getByRole('button', { name: 'Créer une fiche' }));
    await hand.type(host.page.getByRole('dialog').getByRole('textbox', { name: /Nom du lieu/ }), placeName);
    await confirm(hand, host.page, 'Créer une fiche');
    await host.page.waitForURL('**/hote/lieux/*-*');
    await hand.press(host.page.getByRole('link', { name: 'Où', exact: true }));
    await hand.type(host.page.getByRole('textbox', { name: 'Adresse', exact: true }), '3 place de la Mairie');
    await hand.suggest(host.page, host.page.getByRole('combobox', { name: /Commune/ }), 'Mende', /^Mende\b/);
    await hand.type(host.page.getByRole('textbox', { name: 'Code postal' }), '48000');
    await hand.press(host.page.getByRole('button', { name: 'Enregistrer et continuer' }));
    await host.page.getByText('C’est enregistré.').first().waitFor();
    await hand.press(host.page.getByRole('link', { name: 'Salles', exact: true }));
    await hand.press(host.page.getByRole('button', { name: 'Ajouter une salle' }));
    await hand.type(host.page.getByRole('textbox', { name: /Nom de la salle/ }), 'Salle Lozère');
    await confirm(hand, host.page, 'Ajouter une salle');
    await host.page.getByText('La salle est ajoutée.').first().waitFor();
    await hand.press(host.page.getByRole('link', { name: 'Aperçu', exact: true }));
    await hand.press(host.page.getByRole('button', { name: 'Publier le lieu' }));
    await confirm(hand, host.page, 'Publier le lieu');
    await host.page.getByText('Le lieu est publié.').first().waitFor();

    // The manager prepares a session there.
    const manager = await someone(hand, 'catalogue');
    await manager.page.goto('/gestion/sessions/nouvelle');
    await hand.suggest(manager.page, manager.page.getByRole('combobox', { name: /Formation/ }), course.title.slice(0, 18), course.title);
    const slot = manager.page.getByRole('group', { name: 'Demi-journée 1', exact: true });
    await hand.digits(slot.getByRole('group', { name: /^Jour/ }), day);
    await hand.digits(slot.getByRole('group', { name: /^Début/ }), '0900');
    await hand.digits(slot.getByRole('group', { name: /^Fin/ }), '1200');
    await hand.type(manager.page.getByRole('textbox', { name: 'Nombre de places' }), '8');
    await hand.suggest(manager.page, manager.page.getByRole('combobox', { name: /Département/ }), 'Loz', /Lozère/);
    await hand.choose(manager.page.getByRole('radio', { name: named('Salle Lozère,', placeName) }));
    await hand.type(manager.page.getByRole('searchbox', { name: 'Nom ou spécialité' }), trainer.name.split(' ').at(-1)!);
    await hand.choose(manager.page.getByRole('checkbox', { name: named('', trainer.name) }));
    await hand.press(manager.page.getByRole('button', { name: 'Préparer la session' }));
    await manager.page.waitForURL('**/gestion/sessions/S-*');
    const code = manager.page.url().split('/').at(-1)!;

    // The trainer says yes.
    const asked = await someone(hand, 'formateur');
    await asked.page.goto('/formateur/sessions');
    await hand.press(asked.page.getByRole('button', { name: named('Accepter\\s*:', course.title) }).first());
    await asked.page.getByText('vous animez cette session').first().waitFor();
    await asked.leave();

    // The host lends the room; the manager opens the session.
    await host.page.goto('/hote/reservations');
    await hand.press(host.page.getByRole('button', { name: named('Confirmer «', course.title) }).first());
    await host.page.getByText('La salle est réservée').first().waitFor();
    await host.leave();
    await manager.page.reload();
    await hand.press(manager.page.getByRole('button', { name: 'Ouvrir aux demandes' }));
    await confirm(hand, manager.page, 'Ouvrir aux demandes');
    await manager.page.getByText('La session est ouverte aux demandes.').first().waitFor();
    await manager.leave();

    // The agent finds it and asks for a seat.
    const agent = await someone(hand, 'agent');
    await agent.page.goto('/formations');
    await hand.type(agent.page.getByRole('combobox', { name: /Que voulez-vous apprendre/ }), course.title);
    await agent.page.keyboard.press('Enter');
    await hand.press(agent.page.getByRole('link', { name: course.title, exact: true }).first());
    await agent.page.waitForURL(`**/formations/${course.slug}`);
    await hand.press(agent.page.locator(`a[href="/sessions/${code}"]`).first());
    await agent.page.waitForURL(`**/sessions/${code}`);
    await hand.type(agent.page.getByRole('textbox', { name: /Pourquoi cette formation/ }), 'Pour mieux accueillir les habitants.');
    await hand.press(agent.page.getByRole('button', { name: 'Demander une place' }));
    await agent.page.getByText('Votre demande est envoyée').waitFor();

    // Their supervisor is for it.
    const supervisor = await someone(hand, 'superieur');
    await supervisor.page.goto('/equipe/demandes');
    const asking = supervisor.page.getByRole('main').getByRole('listitem').filter({ hasText: course.title }).filter({ hasText: 'Pour mieux accueillir' });
    await hand.press(asking.getByRole('button', { name: /^Avis favorable/ }));
    await hand.type(supervisor.page.getByRole('alertdialog').getByRole('textbox', { name: /Vos raisons/ }), 'Utile à tout le service.');
    await confirm(hand, supervisor.page, 'Avis favorable');
    await supervisor.page.getByText(/^Votre avis sur la demande/).first().waitFor();
    await supervisor.leave();

    // The employer agrees and its authority signs: the seat is given.
    const employer = await someone(hand, 'employeur');
    await employer.page.goto('/employeur/demandes');
    await employer.page.getByRole('button', { name: /^Refuser/ }).first().waitFor();
    // The oldest come first: ours is the last.
    const more = employer.page.getByRole('button', { name: 'Afficher la suite' });
    while (await more.isVisible()) {
      const shown = await employer.page.getByRole('button', { name: /^Refuser/ }).count();
      await hand.press(more);
      await employer.page.getByRole('button', { name: /^Refuser/ }).nth(shown).waitFor();
    }
    const request = employer.page.getByRole('main').getByRole('listitem').filter({ hasText: course.title }).filter({ hasText: 'Pour mieux accueillir' });
    await hand.press(request.getByRole('button', { name: /^Valider/ }));
    await employer.page.getByText(/est validée/).first().waitFor();
    await hand.press(request.getByRole('button', { name: /^Enregistrer le visa/ }));
    await hand.type(employer.page.getByRole('alertdialog').getByRole('textbox', { name: /Qui a signé/ }), 'Mme Roux, maire');
    await confirm(hand, employer.page, 'Enregistrer le visa');
    await employer.page.getByText(/Le visa de la demande/).first().waitFor();
    await employer.leave();
    const { status } = await first<{ status: string }>(
      `select e.status from training.enrolment e join training.session s on s.id = e.session_id where s.code = $1`,
      [code],
    );
    expect(status).toBe('admitted');

    // The day comes; the trainer takes the roll.
    await open.stack.sql(
      `update training.session set starts_at = now() - interval '2 hours', ends_at = now() + interval '1 hour', enrolment_closes_at = now() - interval '2 hours', decide_by = null where code = $1`,
      [code],
    );
    const teacher = await someone(hand, 'formateur');
    await teacher.page.goto('/formateur/sessions');
    await hand.press(teacher.page.getByRole('link', { name: named('Faire l’appel\\s*:', course.title) }).first());
    await hand.press(teacher.page.getByRole('button', { name: /^Tout le monde est présent/ }).first());
    await hand.press(teacher.page.getByRole('button', { name: 'Enregistrer l’appel' }));
    await teacher.page.getByText('L’appel est enregistré.').first().waitFor();
    await hand.press(teacher.page.getByRole('button', { name: 'Clore l’appel' }));
    await confirm(hand, teacher.page, 'Clore l’appel');
    await teacher.page.getByText('L’appel est clos').first().waitFor();
    await teacher.leave();

    // The attestation arrives, and anyone can check it.
    await agent.page.goto('/mes-attestations');
    const [download] = await Promise.all([
      agent.page.waitForEvent('download'),
      hand.press(agent.page.getByRole('link', { name: named('Télécharger \\(PDF\\)\\s*:', course.title) })),
    ]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await agent.leave();
    const attestation = await first<{ code: string }>(
      `select a.code from training.attestation a join training.enrolment e on e.id = a.enrolment_id join training.session s on s.id = e.session_id where s.code = $1`,
      [code],
    );
    const anyone = await visitor(open.browser, open.stack.url, 320);
    await anyone.page.goto(`/verifier/${attestation.code}`);
    await anyone.page.getByText(course.title).first().waitFor();

    // The offer is at NetPublic.
    await eventually(async () => {
      const { state } = await first<{ state: string }>(
        `select p.state from federation.publication p join training.course c on c.id = p.object_id where c.slug = $1 and p.object_type = 'course'`,
        [course.slug],
      );
      return state === 'pushed';
    });
    await anyone.page.goto(open.stack.netpublicUrl);
    await anyone.page.getByText(course.title).first().waitFor();
    await anyone.context.close();
  }, 480_000);
});
