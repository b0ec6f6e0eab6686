import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/stack';
import { signIn, visitor } from './browser';
import { Hand, keyboard, pointing } from './hand';
import { opened } from './opened';

const AGENT = 'agent@demo.relais.example';

/** A full session, an agent, their supervisor, their training officer, someone who withdraws, and the manager who looks on. */
describe('a seat, from the request to the waiting list and out of it', () => {
  const open = opened();

  async function as(account: string, hand: Hand = pointing): Promise<{ page: Page; leave: () => Promise<void> }> {
    const { page, errors, context } = await visitor(open.browser, open.stack.url);
    await signIn(page, account, hand);
    return {
      page,
      leave: async () => {
        await context.close();
        expect(errors).toEqual([]);
      },
    };
  }
  const confirm = (page: Page, name: string, hand: Hand = pointing) => hand.press(page.getByRole('alertdialog').getByRole('button', { name, exact: true }));
  const said = (page: Page, message: string | RegExp) => page.getByText(message).first().waitFor();
  const about = (page: Page, course: string): Locator => page.getByRole('main').getByRole('listitem').filter({ hasText: 'Camille Marchand' }).filter({ hasText: course });
  /** The oldest come first: ours is the last. */
  async function showAll(page: Page, hand: Hand): Promise<void> {
    const refuse = page.getByRole('button', { name: /^Refuser/ });
    await refuse.first().waitFor();
    const more = page.getByRole('button', { name: 'Afficher la suite' });
    while (await more.isVisible()) {
      const shown = await refuse.count();
      await hand.press(more);
      await refuse.nth(shown).waitFor();
    }
  }
  const statusOf = async (code: string) =>
    (await open.stack.sql(`select e.status from training.enrolment e join training.session s on s.id = e.session_id join identity.person p on p.id = e.agent_id where s.code = $1 and p.email = $2`, [code, AGENT]))[0]?.status;

  it.each([
    ['by pointing', pointing],
    ['by keyboard alone', keyboard],
  ])('%s', async (_how, hand) => {
    const [session] = (await open.stack.sql(
      `select s.code, s.seats_taken as seats, c.title as course from training.session s join training.course c on c.id = s.course_id
         join identity.membership m on m.organisation_id = s.organiser_id join identity.person p on p.id = m.person_id and p.email like 'catalogue@%'
        where s.status = 'open' and s.seats_taken between 5 and s.capacity and s.enrolment_closes_at > now() + interval '3 days' and not c.is_selective
          and exists (select from training.course_audience a where a.course_id = c.id and a.audience in ('B', 'mediateur'))
          and not exists (select from training.enrolment e join identity.person g on g.id = e.agent_id where g.email = $1 and (e.session_id = s.id or e.periods && (select range_agg(t.period) from training.session_slot t where t.session_id = s.id)))
          and not exists (select from training.enrolment e where e.session_id = s.id and e.status in ('waiting', 'offered'))
          and not exists (select from training.session_share h where h.session_id = s.id)
          and not exists (select from training.enrolment e where e.session_id = s.id and e.status = 'submitted')
        order by s.starts_at desc limit 1`,
      [AGENT],
    )) as { code: string; seats: number; course: string }[];
    const { code, seats, course } = session!;

    // The manager makes it full.
    const manager = await as('catalogue');
    await manager.page.goto(`/gestion/sessions/${code}`);
    await manager.page.getByRole('textbox', { name: /^Nombre de places/ }).fill(String(seats));
    await manager.page.getByRole('button', { name: 'Changer le nombre de places' }).click();
    await said(manager.page, 'Le nombre de places est changé.');

    // The agent reads the rules of the list, and asks.
    const agent = await as('agent', hand);
    await agent.page.goto(`/sessions/${code}`);
    await agent.page.getByRole('heading', { name: 'Comment les places sont données' }).waitFor();
    await said(agent.page, 'Toutes les autres personnes, dans l’ordre de leur arrivée dans la liste');
    await hand.type(agent.page.getByRole('textbox', { name: /Pourquoi cette formation/ }), 'Pour tenir la permanence.');
    await hand.press(agent.page.getByRole('button', { name: 'Demander une place' }));
    await said(agent.page, 'Votre demande est envoyée');
    await said(agent.page, /Votre supérieur hiérarchique donne son avis/);

    // The supervisor's opinion always says why.
    const supervisor = await as('superieur', hand);
    await hand.press(supervisor.page.getByRole('link', { name: 'Demandes de mon équipe' }).first());
    await hand.press(about(supervisor.page, course).getByRole('button', { name: /^Avis favorable/ }));
    await confirm(supervisor.page, 'Avis favorable', hand);
    await said(supervisor.page, 'Dites pourquoi\u202f: un avis est toujours motivé.');
    await hand.type(supervisor.page.getByRole('alertdialog').getByRole('textbox', { name: /Vos raisons/ }), 'La permanence ouvre au printemps.');
    await confirm(supervisor.page, 'Avis favorable', hand);
    await said(supervisor.page, /^Votre avis sur la demande de Camille Marchand/);
    await supervisor.leave();

    // The training officer reads it, validates, has it signed.
    const officer = await as('employeur', hand);
    await officer.page.goto('/employeur/demandes');
    await showAll(officer.page, hand);
    const request = about(officer.page, course);
    await request.getByText('La permanence ouvre au printemps.').waitFor();
    await hand.press(request.getByRole('button', { name: /^Valider/ }));
    await request.getByText('Attend le visa').waitFor();
    await officer.page.goto('/employeur/visa');
    await officer.page.getByRole('rowheader', { name: /Camille Marchand/ }).first().waitFor();
    await officer.page.goto('/employeur/demandes');
    await showAll(officer.page, hand);
    await hand.press(request.getByRole('button', { name: /^Enregistrer le visa/ }));
    await hand.type(officer.page.getByRole('alertdialog').getByRole('textbox', { name: /Qui a signé/ }), 'Mme Roux, maire, le 12/01');
    await confirm(officer.page, 'Enregistrer le visa', hand);
    await said(officer.page, /Le visa de la demande/);
    await officer.leave();
    expect(await statusOf(code)).toBe('waiting');
    await agent.page.goto('/mes-demandes');
    await said(agent.page, 'Liste d’attente, rang 1');

    // Someone withdraws: the seat is offered at once.
    const [seated] = (await open.stack.sql(
      `select split_part(p.email, '@', 1) as account, e.id from training.enrolment e join training.session s on s.id = e.session_id join identity.person p on p.id = e.agent_id
        where s.code = $1 and e.status = 'admitted' order by e.id limit 1`,
      [code],
    )) as { account: string; id: string }[];
    const other = await as(seated!.account);
    await other.page.goto(`/mes-demandes/${seated!.id}`);
    await other.page.getByRole('button', { name: 'Retirer ma demande' }).click();
    await confirm(other.page, 'Retirer ma demande');
    await said(other.page, 'Votre demande est retirée.');
    await other.leave();
    expect(await statusOf(code)).toBe('offered');

    // The letter comes; its link needs no sign-in, and decides nothing by itself.
    const letters = () => open.mailbox.at(AGENT).flatMap(({ text }) => (text?.includes(code) || text?.includes(course) ? [.../\/reponse-place\/\S+/.exec(text) ?? []] : []));
    await eventually(() => Promise.resolve(letters().length > 0));
    const anyone = await visitor(open.browser, open.stack.url, 320);
    await anyone.page.goto(letters().at(-1)!);
    await said(anyone.page, /^Répondez au plus tard le/);
    expect(await statusOf(code)).toBe('offered');
    await hand.press(anyone.page.getByRole('button', { name: 'Accepter la place' }));
    await said(anyone.page, 'Merci, votre réponse est enregistrée');
    await anyone.page.reload();
    await said(anyone.page, 'Cette place n’attend plus de réponse');
    expect(anyone.errors).toEqual([]);
    await anyone.context.close();

    // Each sees it.
    expect(await statusOf(code)).toBe('admitted');
    await agent.page.reload();
    await hand.press(agent.page.getByRole('main').getByRole('link', { name: course, exact: true }).first());
    await said(agent.page, 'Place acceptée');
    await said(agent.page, 'Visa de l’autorité territoriale\u202f: en liste d’attente');
    await agent.leave();
    await manager.page.goto(`/gestion/sessions/${code}?demandes=places`);
    await manager.page.getByRole('row', { name: /Camille Marchand/ }).waitFor();
    await manager.leave();
  }, 480_000);
});
