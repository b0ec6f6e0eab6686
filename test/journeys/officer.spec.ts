import type { Page } from 'playwright-core';
import { signIn, visitor } from './browser';
import { type Hand, keyboard, pointing } from './hand';
import { opened } from './opened';

/** What a training officer, an agent without a computer account and a session manager do on the days when things do not go one by one. */
describe('the work of a training officer', () => {
  const open = opened();

  async function as(account: string | null, hand: Hand = pointing): Promise<{ page: Page; leave: () => Promise<void> }> {
    const { page, errors, context } = await visitor(open.browser, open.stack.url);
    if (account) await signIn(page, account, hand);
    return {
      page,
      leave: async () => {
        await context.close();
        expect(errors).toEqual([]);
      },
    };
  }
  const one = async <T>(sql: string, params?: unknown[]): Promise<T> => (await open.stack.sql(sql, params))[0] as T;
  const main = (page: Page) => page.getByRole('main');
  /** A session with room, and an agent of the officer's who has nothing at its hours. */
  const enrollable = (supervised: boolean) =>
    one<{ code: string; course: string; agent: string; id: string }>(
      `select s.code, c.title as course, p.given_name || ' ' || p.family_name as agent, p.id from training.session s join training.course c on c.id = s.course_id
         join identity.person o on o.email like 'employeur@%' join identity.membership m on m.person_id = o.id and m.role = 'training_officer'
         join identity.agent_profile a on a.employer_id = m.organisation_id and (a.supervisor_id is not null) = $1 join identity.person p on p.id = a.person_id and p.active
        where s.status = 'open' and s.seats_taken < s.capacity - 1 and s.enrolment_closes_at > now() + interval '3 days' and not c.is_selective and c.financing_regime <> 'project_sheet'
          and exists (select from training.course_audience u where u.course_id = c.id and u.audience = a.category and u.valid_from <= s.starts_at)
          and not exists (select from training.session_share h where h.session_id = s.id)
          and not exists (select from training.enrolment e where e.agent_id = p.id and (e.session_id = s.id or e.periods && (select range_agg(t.period) from training.session_slot t where t.session_id = s.id)))
          and (select count(*) from identity.person q where q.given_name = p.given_name and q.family_name = p.family_name) = 1
        order by s.starts_at desc, p.family_name limit 1`,
      [supervised],
    );

  it.each([
    ['by pointing', pointing],
    ['by keyboard alone', keyboard],
  ])('enrols an agent, whose supervisor then says what they think, and follows the request: %s', async (_how, hand) => {
    const { code, course, agent, id } = await enrollable(true);
    const officer = await as('employeur', hand);
    await officer.page.goto(`/sessions/${code}`);
    await hand.press(main(officer.page).getByRole('link', { name: 'Inscrire des agents' }));
    await main(officer.page).getByText(course).first().waitFor();
    await hand.press(main(officer.page).getByRole('button', { name: 'Inscrire', exact: true }));
    await officer.page.getByText('Choisissez au moins un agent.').first().waitFor();
    await hand.suggest(officer.page, main(officer.page).getByRole('combobox', { name: /^Agents/ }), agent, new RegExp(agent));
    await hand.press(main(officer.page).getByRole('button', { name: 'Inscrire', exact: true }));
    await officer.page.getByText(/attend encore une étape chez l’employeur/).waitFor();
    await officer.page.goto('/suivi');
    await hand.press(main(officer.page).getByRole('link', { name: agent }).first());
    await officer.page.getByText('Le supérieur hiérarchique donne son avis, puis la demande continue.').waitFor();
    await main(officer.page).getByRole('button', { name: /^Retirer/ }).waitFor();
    expect(await main(officer.page).getByRole('button', { name: /^Valider/ }).count()).toBe(0);
    await officer.leave();
    expect(await one(`select step from training.enrolment where agent_id = $1 order by submitted_at desc limit 1`, [id])).toEqual({ step: 'opinion' });
  }, 120_000);

  it('says which of several agents cannot be enrolled, and why; without them, the others are', async () => {
    const { code, agent } = await enrollable(true);
    const has = await one<{ name: string }>(
      `select p.given_name || ' ' || p.family_name as name from identity.person p join identity.agent_profile a on a.person_id = p.id join identity.person o on o.email like 'employeur@%'
         join identity.membership m on m.person_id = o.id and m.role = 'training_officer' and m.organisation_id = a.employer_id
        where p.active and a.category <> (select x.category from identity.agent_profile x join identity.person q on q.id = x.person_id where q.given_name || ' ' || q.family_name = $1)
          and not exists (select from training.session s join training.course_audience u on u.course_id = s.course_id where s.code = $2 and u.audience = a.category)
          and not a.is_mediateur and (select count(*) from identity.person q where q.given_name = p.given_name and q.family_name = p.family_name) = 1 order by p.family_name limit 1`,
      [agent, code],
    );
    const officer = await as('employeur');
    await officer.page.goto(`/inscrire?session=${code}`);
    const agents = main(officer.page).getByRole('combobox', { name: /^Agents/ });
    const enrol = main(officer.page).getByRole('button', { name: 'Inscrire', exact: true });
    for (const name of [agent, has.name]) await pointing.suggest(officer.page, agents, name, new RegExp(name));
    await enrol.click();
    await main(officer.page).getByText(`${has.name}\u202f: Le jour de cette session, la formation ne s’adresse pas à cette catégorie d’agents.`).waitFor();
    await main(officer.page).getByRole('button', { name: `Retirer\u202f: ${has.name}` }).click();
    await enrol.click();
    await main(officer.page).getByText(/^1 demande est enregistrée/).first().waitFor();
    await officer.leave();
  }, 120_000);

  it('decides several requests at once, and sees those that the budget does not cover', async () => {
    const officer = await as('employeur');
    await officer.page.goto('/employeur/demandes');
    await main(officer.page).getByText('Budget de formation').waitFor();
    // Ticked on the requests, it goes with the decisions on several.
    for (const box of await main(officer.page).getByRole('checkbox', { name: 'Priorité légale' }).all()) await box.check({ force: true });
    await officer.page.getByRole('button', { name: 'Décider plusieurs demandes' }).click();
    const dialog = officer.page.getByRole('dialog');
    const choices = dialog.getByRole('checkbox');
    await choices.first().waitFor();
    for (const n of [0, 1]) await choices.nth(n).check({ force: true });
    await dialog.getByRole('button', { name: 'Enregistrer les décisions' }).click();
    await officer.page.getByText(/décisions? (est enregistrée|sont enregistrées)/).first().waitFor();
    expect(await one(`select priority_rule as rule from training.enrolment e join training.enrolment_event v on v.enrolment_id = e.id and v.action = 'validate' order by v.at desc limit 1`)).toEqual({ rule: 'law' });
    await officer.leave();
  }, 120_000);

  it('prints the bulletin of an agent, one page to sign, without what only serves the screen', async () => {
    const { code, course } = await enrollable(true);
    const agent = await as('agent');
    await agent.page.goto(`/bulletin?session=${code}`);
    await main(agent.page).getByRole('heading', { name: course }).waitFor();
    await main(agent.page).getByText('Camille Marchand').waitFor();
    const paper = await agent.page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await agent.page.emulateMedia({ media: 'print' });
    expect([await agent.page.getByRole('banner').isVisible(), await agent.page.getByRole('button', { name: 'Imprimer' }).isVisible()]).toEqual([false, false]);
    expect(await main(agent.page).getByText('Signature et cachet').isVisible()).toBe(true);
    await agent.leave();
  }, 120_000);

  it('makes a session smaller, and says who goes back to the waiting list', async () => {
    const { code, seats } = await one<{ code: string; seats: number }>(
      `select s.code, s.seats_taken as seats from training.session s join identity.membership m on m.organisation_id = s.organiser_id join identity.person p on p.id = m.person_id and p.email like 'catalogue@%'
        where s.status = 'open' and s.seats_taken > s.min_seats and s.seats_taken <= 20 and s.starts_at > now() + interval '3 days' and not exists (select from training.session_share h where h.session_id = s.id)
          and not exists (select from training.enrolment e where e.session_id = s.id and e.status in ('waiting', 'offered', 'convoked')) order by s.starts_at desc limit 1`,
    );
    const manager = await as('catalogue');
    await manager.page.goto(`/gestion/sessions/${code}`);
    const capacity = manager.page.getByRole('textbox', { name: /^Nombre de places/ });
    await capacity.fill(String(seats - 1));
    await capacity.press('Tab');
    const group = manager.page.getByRole('group', { name: /^La personne qui revient en liste d’attente/ });
    await pointing.choose(group.getByRole('checkbox').first());
    await manager.page.getByRole('textbox', { name: /^Pourquoi/ }).fill('La salle est plus petite.');
    await manager.page.getByRole('button', { name: 'Changer le nombre de places' }).click();
    await manager.page.getByText('Le nombre de places est changé.').first().waitFor();
    await manager.leave();
    expect(await open.stack.sql(`select e.status from training.enrolment e join training.session s on s.id = e.session_id where s.code = $1 and e.priority_rule = 'moved'`, [code])).toEqual([{ status: 'waiting' }]);
  }, 120_000);

  it('says why a session cannot lose the seats of those who are convoked', async () => {
    const { code, seats } = await one<{ code: string; seats: number }>(
      `select s.code, s.seats_taken as seats from training.session s join identity.membership m on m.organisation_id = s.organiser_id join identity.person p on p.id = m.person_id and p.email like 'catalogue@%'
        where s.status = 'confirmed' and s.seats_taken > s.min_seats and s.starts_at > now() and exists (select from training.enrolment e where e.session_id = s.id and e.status = 'convoked')
          and not exists (select from training.enrolment e where e.session_id = s.id and e.status in ('admitted', 'offered')) order by s.starts_at limit 1`,
    );
    const manager = await as('catalogue');
    await manager.page.goto(`/gestion/sessions/${code}`);
    const capacity = manager.page.getByRole('textbox', { name: /^Nombre de places/ });
    await capacity.fill(String(seats - 1));
    await capacity.press('Tab');
    await manager.page.getByText('déjà convoquées').waitFor();
    expect(await manager.page.getByRole('group', { name: /en liste d’attente/ }).count()).toBe(0);
    await manager.leave();
  }, 120_000);

  it('downloads the letters of those who have no mail', async () => {
    const officer = await as('employeur');
    await officer.page.goto('/courriers');
    const link = main(officer.page).getByRole('link', { name: /^Télécharger (le courrier|les \d+ courriers)/ });
    const [download] = await Promise.all([officer.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-');
    await officer.leave();
  }, 120_000);
});
