import type { Locator, Page } from 'playwright-core';
import { inDays } from '../support/builders';
import { eventually } from '../support/stack';
import { signIn, visitor } from './browser';
import { keyboard, pointing } from './hand';
import { opened } from './opened';

interface Half {
  slot: string;
  title: string;
  venue: string;
  place: string;
  room: string;
  date: string;
  /** A day of the same week on which the room and its trainers are free. */
  free: string;
}

/** `lundi 12/01` */
const dayName = (iso: string) => new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: '2-digit', month: '2-digit', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));
const spaced = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*').replace(/«/g, '«\\s*').replace(/»/g, '\\s*»'));

/** A manager moves half-days on the planning: by the mouse, by the keyboard alone, then towards what is taken. */
describe('the planning of a manager', () => {
  const open = opened();

  /** Mornings of sessions of the manager’s delegation, with an afternoon, that may go to another day of their week. */
  const halves = async (statuses = ['open', 'confirmed']): Promise<Half[]> =>
    (await open.stack.sql(
      `select distinct on (s.id) t.id as slot, c.title, v.id as venue, v.name as place, r.name as room, t.local_date::text as date, f.day::text as free
         from training.session s join training.session_slot t on t.session_id = s.id and t.half_day = 'am' join venues.booking b on b.id = t.booking_id and b.status in ('held', 'confirmed')
         join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id join venues.room r on r.id = s.room_id
         join identity.membership m on m.organisation_id = s.organiser_id join identity.person p on p.id = m.person_id and p.email like 'catalogue@%'
         cross join lateral (
           select d::date as day from generate_series(t.local_date + 1, date_trunc('week', t.local_date)::date + 4, interval '1 day') d
            where not exists (select 1 from venues.booking k where k.room_id = s.room_id and k.status in ('held', 'confirmed') and k.period && tstzrange(d, d + interval '1 day'))
              and not exists (select 1 from trainers.assignment a join trainers.ask q on q.trainer_id = a.trainer_id and q.session_id = s.id and q.live where a.active and a.period && tstzrange(d, d + interval '1 day'))
              and not exists (select 1 from identity.public_holiday h where h.territory = v.holiday_territory and h.date = d::date)
              and not exists (select 1 from venues.closure k where k.venue_id = v.id and k.period @> d::date) limit 1) f
        where s.status = any($1) and t.local_date > $2
          and exists (select 1 from training.session_slot o where o.session_id = s.id and o.half_day = 'pm' and o.local_date = t.local_date)
        order by s.id, t.local_date limit 20`,
      [statuses, inDays(4)],
    )) as unknown as Half[];
  const where = async ({ slot }: Half) =>
    (await open.stack.sql(`select t.local_date::text as date, to_char(starts_local, 'HH24:MI') as start from training.session_slot t where id = $1`, [slot]))[0];

  const show = async (page: Page, { venue, date, slot }: Half): Promise<Locator> => {
    await page.goto(`/gestion/planning?lieu=${venue}&date=${date}`);
    const mark = page.locator(`[id^="half-${slot}"]`);
    await mark.waitFor();
    return mark;
  };
  const cell = (page: Page, { place, room, free }: Half) => page.getByRole('group', { name: spaced(`${place}, ${room}, ${dayName(free)}, matin`) });
  const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Confirmer le déplacement' });
  const manager = async () => {
    const { page, errors, context } = await visitor(open.browser, open.stack.url);
    await signIn(page, 'catalogue');
    return { page, leave: async () => { await context.close(); expect(errors).toEqual([]); } };
  };

  it('by the mouse, then back in the hands of those who are told', async () => {
    const [half] = await halves();
    const { page, leave } = await manager();
    const mark = await show(page, half!);
    await mark.dragTo(cell(page, half!), { sourcePosition: { x: 40, y: 12 } });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Qui sera prévenu').waitFor();
    await pointing.press(confirm(page));
    await page.getByText('La demi-journée est déplacée').first().waitFor();
    expect(await where(half!)).toMatchObject({ date: half!.free });
    await eventually(async () => (await open.stack.sql(`select 1 from notifications.message where template = 'session_moved'`)).length > 0);
    await leave();
  }, 180_000);

  it('by the keyboard alone', async () => {
    const [, half] = await halves();
    const { page, leave } = await manager();
    const mark = await show(page, half!);
    await keyboard.press(mark.getByRole('button', { name: /^Faire glisser/ }));
    await keyboard.press(cell(page, half!));
    await page.getByRole('dialog').getByText('Qui sera prévenu').waitFor();
    await keyboard.press(confirm(page));
    await page.getByText('La demi-journée est déplacée').first().waitFor();
    expect(await where(half!)).toMatchObject({ date: half!.free });
    // The keyboard is on the half-day, where it is now.
    await eventually(() => mark.evaluate((element) => element.contains(document.activeElement)));
    await leave();
  }, 180_000);

  it('a draft at once, and back', async () => {
    const [half] = await halves(['draft']);
    const before = await where(half!);
    const { page, leave } = await manager();
    const mark = await show(page, half!);
    await mark.dragTo(cell(page, half!), { sourcePosition: { x: 40, y: 12 } });
    await page.getByText('La demi-journée est déplacée').first().waitFor();
    expect(await where(half!)).toMatchObject({ date: half!.free });
    await pointing.press(page.getByRole('button', { name: 'Annuler le déplacement' }));
    await page.getByText('La demi-journée est revenue à sa place').first().waitFor();
    expect(await where(half!)).toEqual(before);
    await leave();
  }, 180_000);

  it('towards what is taken: who, when and where are told before, and it is refused', async () => {
    const [half] = (await halves()).slice(2);
    const { page, leave } = await manager();
    const before = await where(half!);
    const mark = await show(page, half!);
    await keyboard.press(mark.getByRole('button').first());
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: /^Déplacer/ }));
    const dialog = page.getByRole('dialog');
    await keyboard.digits(dialog.getByRole('group', { name: /^De/ }), '1400');
    await keyboard.digits(dialog.getByRole('group', { name: /^À/ }), '1600');
    const clash = dialog.getByText(spaced(`La salle «${half!.room}» est déjà réservée ${dayName(half!.date).split(' ')[0]}`)).first();
    await clash.waitFor();
    expect(await clash.textContent()).toMatch(/de \d+\u00a0h(\u00a0\d\d)? à \d+\u00a0h(\u00a0\d\d)? \(.+, CNFPT, délégation .+\)\./);
    await keyboard.press(confirm(page));
    await dialog.getByText('La demi-journée n’a pas été déplacée').waitFor();
    expect(await where(half!)).toEqual(before);
    await leave();
  }, 180_000);
});
