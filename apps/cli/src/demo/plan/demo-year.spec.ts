import { HOST_VENUE, NAMED_VENUES, VENUES_PER_DEPARTEMENT } from '../content/venues';
import { EMPLOYERS } from '../content/employers';
import { DemoPlace, World } from '../world';
import { DemoYear, planDemoYear } from './demo-year';
import { SEATED } from './filling';

const REGION_OF: Record<string, string> = {
  '45': '24',
  '18': '24',
  '37': '24',
  '41': '24',
  '33': '75',
  '2A': '94',
};

const place = (
  sourceId: string,
  departementCode: string,
  regionCode: string,
  timeZone = 'Europe/Paris',
): DemoPlace => ({
  id: `venue ${sourceId}`,
  sourceId,
  departementCode,
  regionCode,
  timeZone,
  holidayTerritory: 'metropole',
});

const places = [
  place(HOST_VENUE, '26', '84'),
  place(NAMED_VENUES[0]!, '974', '04', 'Indian/Reunion'),
  place(NAMED_VENUES[1]!, '972', '02', 'America/Martinique'),
  ...Object.entries(VENUES_PER_DEPARTEMENT).flatMap(([departement, count]) =>
    Array.from({ length: count + 2 }, (_, rank) =>
      place(`${departement}-${rank}`, departement, REGION_OF[departement] ?? '84'),
    ),
  ),
];

const plan = (now: string): DemoYear =>
  planDemoYear(
    new World({
      now: new Date(now),
      holidays: new Set(['metropole/2026-11-11', 'metropole/2026-12-25', 'metropole/2026-05-01']),
      communes: EMPLOYERS.map(({ communeCode, departementCode }) => ({ code: communeCode, departementCode })),
      places,
    }),
  );

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};
const overlaps = (periods: string[]): boolean => {
  const ranges = periods
    .map((period) => period.slice(1, -1).split(',') as [string, string])
    .sort(([a], [b]) => a.localeCompare(b));
  return ranges.some(([, to], at) => to > (ranges[at + 1]?.[0] ?? '9'));
};

const DAYS = ['2026-05-01T10:00:00Z', '2026-12-31T22:00:00Z'] as const;

it('is the same year each time', () =>
  expect(JSON.stringify(plan(DAYS[0])) === JSON.stringify(plan(DAYS[0]))).toBe(true));

describe.each(DAYS)('the demo year, loaded on %s', (now) => {
  const year = plan(now);
  const statuses = new Map(year.sessions.map(({ id, status }) => [id, status]));

  it('has 400 sessions, before and after today', () => {
    expect(year.sessions).toHaveLength(400);
    expect(year.sessions.filter(({ ends_at }) => ends_at < new Date(now)).length).toBeGreaterThan(30);
    expect(
      year.sessions.filter(({ starts_at, status }) => starts_at > new Date(now) && status === 'open').length,
    ).toBeGreaterThan(20);
  });

  it.each(['id', 'code'] as const)('has no two sessions with the same %s', (key) =>
    expect(new Set(year.sessions.map((row) => row[key])).size).toBe(400),
  );

  it('never uses a room or a trainer twice at the same time', () => {
    const live = year.bookings.filter(({ status }) => status !== 'cancelled');
    const busy = [
      ...groupBy(live, ({ room_id }) => room_id).values(),
      ...groupBy(
        year.assignments.filter(({ active }) => active),
        ({ trainer_id }) => trainer_id,
      ).values(),
    ];
    expect(busy.filter((rows) => overlaps(rows.map(({ period }) => period)))).toEqual([]);
  });

  it('gives seats within the capacity, and makes nobody wait beside a free seat', () => {
    const requests = groupBy(year.enrolments, ({ session_id }) => session_id);
    const wrong = year.sessions.filter(({ id, capacity }) => {
      const mine = requests.get(id) ?? [];
      const taken = mine.filter(({ status }) => SEATED.includes(status)).length;
      const ranks = mine.filter(({ status }) => status === 'waiting').map(({ queue_number }) => queue_number);
      return (
        taken > capacity ||
        (ranks.length > 0 && taken < capacity) ||
        ranks.some((rank, at) => rank !== at + 1)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('tells the history of each request in order, up to its state, in the past', () => {
    const histories = [...groupBy(year.events, ({ enrolment_id }) => enrolment_id).values()];
    expect(
      histories.filter((events) => events.some(({ at }, rank) => rank > 0 && at < events[rank - 1]!.at)),
    ).toEqual([]);
    expect(year.events.filter(({ at }) => at > new Date(now))).toEqual([]);
    const last = new Map(year.events.map(({ enrolment_id, to_status }) => [enrolment_id, to_status]));
    expect(year.enrolments.filter(({ id, status }) => last.get(id) !== status)).toEqual([]);
  });

  it('attests only what was followed', () => {
    const present = new Set(
      year.attendance.filter((mark) => mark.present).map(({ enrolment_id }) => enrolment_id),
    );
    expect(year.attestations.length).toBeGreaterThan(100);
    expect(
      year.attestations.filter(({ enrolment_id, hours }) => !present.has(enrolment_id) || hours <= 0),
    ).toEqual([]);
  });

  it('has something waiting for each demonstration account', () => {
    const person = (email: string) =>
      year.persons.find((row) => row.email === `${email}@demo.relais.example`)!.id;
    const mine = year.enrolments.filter(({ agent_id }) => agent_id === person('agent'));
    expect(mine.map(({ status }) => status).sort()).toEqual(['admitted', 'attested', 'offered', 'submitted']);
    const employer = year.memberships.find(
      ({ person_id }) => person_id === person('employeur'),
    )!.organisation_id;
    expect(
      year.enrolments.filter(({ employer_id, status }) => employer_id === employer && status === 'submitted')
        .length,
    ).toBeGreaterThanOrEqual(4);
    const steps = year.enrolments.filter(({ employer_id }) => employer_id === employer).map(({ step }) => step);
    expect(steps).toEqual(expect.arrayContaining(['opinion', 'validation', 'visa']));
    expect(year.enrolments.filter(({ status }) => status === 'transmitted').length).toBeGreaterThan(2);
    expect(year.shares).toHaveLength(1);
    const given = new Set(
      year.assignments
        .filter(({ trainer_id }) => trainer_id === person('formateur'))
        .map(({ session_id }) => session_id),
    );
    const toCall = year.sessions.filter(
      ({ id, starts_at, status }) =>
        given.has(id) && starts_at <= new Date(now) && ['confirmed', 'running'].includes(status),
    );
    expect(toCall.length).toBeGreaterThan(0);
    expect(year.asks.filter(({ trainer_id, status }) => trainer_id === person('formateur') && status === 'asked').length).toBeGreaterThan(0);
    expect(
      year.bookings.filter(({ venue_id, status }) => venue_id === year.hostVenueId && status === 'held')
        .length,
    ).toBeGreaterThan(0);
    expect([...statuses.values()]).toContain('draft');
  });
});
