import fc from 'fast-check';
import { type Busy, comesFrom, commonSlots, type Need, type RoomTime, runsOf, type TrainerTime, type VenueTime } from './common-slots.rules';
import { closedAt, daysBetween, type HalfDay, halfDaysOn } from './half-days.rules';
import { type Spot, travelBetween } from './travel.rules';

const HOUR = 3_600_000;
const hours = [{ start: '09:00', end: '12:00' }, { start: '14:00', end: '17:00' }];
const now = Date.parse('2027-02-28T00:00:00Z');
/** Monday 1 to Sunday 14 March 2027. */
const days = daysBetween('2027-03-01', '2027-03-14');
const paris = halfDaysOn(days, hours, 'Europe/Paris');
const reunion = halfDaysOn(days, hours, 'Indian/Reunion');
const spots: Spot[] = [
  { id: 'lille', latitude: 50.637, longitude: 3.063, departementCode: '59' },
  { id: 'marseille', latitude: 43.296, longitude: 5.37, departementCode: '13' },
  { id: 'saint-denis', latitude: -20.879, longitude: 55.448, departementCode: '974' },
  { id: 'nowhere', latitude: null, longitude: null, departementCode: '59' },
];
const open = { holidays: new Set<string>(), closures: [], weekHours: null };
const at = (date: string, from: string, to: string): Busy => ({ from: Date.parse(`${date}T${from}:00+01:00`), to: Date.parse(`${date}T${to}:00+01:00`) });
const venue = (spot: Spot, over: Partial<VenueTime> = {}, busy: Busy[] = []): VenueTime => ({
  spot, calendar: open, halfDays: paris, rooms: [{ id: `salle de ${spot.id}`, busy, hasEquipment: () => true }], ...over,
});
const trainer = (id: string, busy: (Busy & { spot: Spot })[] = []): TrainerTime => ({ id, busy });
const need = (over: Partial<Need> = {}): Need => ({ count: 1, trainers: 1, now, ...over });
const starts = (slots: { halfDays: HalfDay[] }[]) => slots.map(({ halfDays }) => `${halfDays[0]!.date} ${halfDays[0]!.start}`);

describe('runsOf', () => {
  const closed = (halfDays: readonly HalfDay[]) => halfDays.map((half) => closedAt(open, half, now));
  it('begins in the morning when it has several half-days, and passes over the week-end', () => {
    const runs = runsOf(paris, closed(paris), 3).map((run) => run.map((index) => `${paris[index]!.date.slice(8)} ${paris[index]!.start}`));
    expect(runs[0]).toEqual(['01 09:00', '01 14:00', '02 09:00']);
    expect(runs[4]).toEqual(['05 09:00', '05 14:00', '08 09:00']);
    expect(runs).toHaveLength(9);
  });
  it('may be an afternoon when it is alone', () => expect(runsOf(paris, closed(paris), 1)).toHaveLength(20));
});

describe('commonSlots', () => {
  it('is when everyone is free', () => {
    const rooms = [at('2027-03-01', '08:00', '13:00')];
    const { slots } = commonSlots(need(), [venue(spots[0]!, {}, rooms)], [trainer('a', [{ ...at('2027-03-01', '13:00', '18:00'), spot: spots[0]! }])]);
    expect(starts(slots).slice(0, 2)).toEqual(['2027-03-02 09:00', '2027-03-02 14:00']);
  });
  it('asks for enough trainers together', () => {
    const busy = { ...at('2027-03-01', '08:00', '18:00'), spot: spots[0]! };
    const { slots } = commonSlots(need({ trainers: 2 }), [venue(spots[0]!)], [trainer('a', [busy]), trainer('b')]);
    expect(starts(slots)[0]).toBe('2027-03-02 09:00');
  });
  it('leaves the time to travel between two days, one way and the other', () => {
    const lille = { ...at('2027-03-03', '09:00', '17:00'), spot: spots[0]! };
    const { slots } = commonSlots(need(), [venue(spots[1]!)], [trainer('a', [lille])]);
    const told = starts(slots);
    // Lille until 17:00: neither Marseille the next morning nor, by car, before leaving for Lille the day before.
    expect(told).not.toContain('2027-03-04 09:00');
    expect(told).not.toContain('2027-03-02 14:00');
    expect(told).toContain('2027-03-04 14:00');
    expect(told).toContain('2027-03-02 09:00');
    expect(starts(commonSlots(need(), [venue(spots[0]!)], [trainer('a', [lille])]).slots)).toContain('2027-03-04 09:00');
  });
  it('tells what stands in the way', () => {
    const all = [{ from: 0, to: Date.parse('2027-04-01') }];
    const far: TrainerTime = trainer('loin', days.map((date) => ({ from: Date.parse(`${date}T18:00:00Z`), to: Date.parse(`${date}T19:00:00Z`), spot: spots[2]! })));
    const { slots, obstacles } = commonSlots(
      need(),
      [
        venue(spots[0]!, {}, all),
        venue(spots[1]!, { calendar: { ...open, closures: [['2027-03-01', '2027-03-31']] } }),
        venue({ ...spots[1]!, id: 'aix' }, { rooms: [{ id: 'sans', busy: [], hasEquipment: () => false }] }),
      ],
      [trainer('pris', [{ ...all[0]!, spot: spots[0]! }]), far],
    );
    expect(slots).toEqual([]);
    expect(obstacles).toEqual({ closedVenues: 1, takenRooms: 1, roomsWithoutEquipment: 1, busyTrainers: 1, farTrainers: 1 });
  });
  it('knows where a trainer comes from the day before', () => {
    const known = trainer('a', [{ ...at('2027-03-01', '09:00', '12:00'), spot: spots[0]! }]);
    expect(comesFrom(known, paris[2]!, spots[1]!)).toMatchObject({ spot: spots[0]! });
    expect(comesFrom(known, paris[8]!, spots[1]!)).toBeNull();
    expect(comesFrom(trainer('b'), paris[2]!, spots[1]!)).toBeNull();
  });

  /** The same, thing by thing, as one would by hand: every run, every room, every trainer against all that keeps them. */
  function naive({ count, trainers: wanted }: Need, venues: VenueTime[], trainers: TrainerTime[]): string[] {
    const overlaps = (busy: Busy, half: HalfDay) => busy.from < half.to && busy.to > half.from;
    const told: string[] = [];
    for (const { spot, calendar, halfDays, rooms } of venues) {
      const work = halfDays.filter((half) => !['weekend', 'holiday'].includes(closedAt(calendar, half, now)!));
      work.forEach((first, begin) => {
        const run = work.slice(begin, begin + count);
        if (run.length < count || (count > 1 && first.rank !== 0) || run.some((half) => closedAt(calendar, half, now) !== null)) return;
        const free = rooms.filter(({ busy, hasEquipment }) => run.every((half) => hasEquipment(half) && !busy.some((one) => overlaps(one, half))));
        const who = trainers.filter(({ busy }) =>
          run.every((half) =>
            busy.every(
              (one) =>
                !overlaps(one, half) &&
                (one.from >= half.to ? half.to + travelBetween(spot, one.spot).minutes * 60_000 <= one.from : one.to + travelBetween(one.spot, spot).minutes * 60_000 <= half.from),
            ),
          ),
        );
        if (free.length && who.length >= wanted)
          told.push(`${first.date} ${first.start} ${spot.id}: ${free.map(({ id }) => id).join()} ${who.map(({ id }) => id).join()}`);
      });
    }
    return told.sort();
  }

  const monday = Date.parse('2027-03-01T00:00:00Z');
  /** Times apart from one another, in order, as the database keeps them. */
  const busyOf = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 6 })), { maxLength: 14 })
    .map((gaps) => gaps.reduce<{ reached: number; busy: Busy[] }>(({ reached, busy }, [gap, length]) => {
      const from = reached + gap * HOUR;
      return { reached: from + length * HOUR, busy: [...busy, { from, to: from + length * HOUR }] };
    }, { reached: monday, busy: [] }).busy);
  const rooms = fc.array(fc.record({ busy: busyOf, lacks: fc.constantFrom(-1, 0, 1) }), { minLength: 1, maxLength: 3 });
  const day = fc.constantFrom(...days);
  const venues = fc.array(
    fc.record({
      spot: fc.constantFrom(...spots),
      rooms,
      holidays: fc.array(day, { maxLength: 3 }),
      closure: fc.option(fc.tuple(day, day)),
      weekHours: fc.constantFrom(null, [[0, 3000], [3000, 10080]] as [number, number][], [[540, 720], [1980, 2160], [3420, 4000]] as [number, number][]),
    }),
    { minLength: 1, maxLength: 4 },
  );
  // Nearest first: a stretch elsewhere that is itself out of reach of the next one never happens to a trainer.
  const trainerOf = fc.tuple(busyOf, fc.array(fc.constantFrom(...spots.slice(0, 3)), { minLength: 14, maxLength: 14 })).map(([busy, where]) =>
    busy.map((one, index) => ({ ...one, spot: where[index]! })).reduce<(Busy & { spot: Spot })[]>((kept, one) => {
      const before = kept.at(-1);
      return before && before.to + travelBetween(before.spot, one.spot).minutes * 60_000 > one.from ? kept : [...kept, one];
    }, []));

  it('finds what a naive search finds, whatever keeps them', () =>
    fc.assert(
      fc.property(venues, fc.array(trainerOf, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 }), (places, people, count, together) => {
        const made = places.map(
          ({ spot, rooms: some, holidays, closure, weekHours }, index): VenueTime => ({
            spot: { ...spot, id: `${spot.id}-${index}` },
            calendar: { holidays: new Set(holidays), closures: closure ? [closure] : [], weekHours },
            halfDays: spot.id === 'saint-denis' ? reunion : paris,
            rooms: some.map(({ busy, lacks }, rank): RoomTime => ({ id: `${index}.${rank}`, busy, hasEquipment: ({ rank: half }) => half !== lacks })),
          }),
        );
        const pool = people.map((busy, index) => trainer(String(index), busy));
        const asked = need({ count, trainers: together });
        const { slots } = commonSlots(asked, made, pool);
        const told = slots
          .flatMap(({ halfDays, options }) =>
            options.map((option) => `${halfDays[0]!.date} ${halfDays[0]!.start} ${option.venue.spot.id}: ${option.rooms.map(({ id }) => id).join()} ${option.trainers.map(({ id }) => id).join()}`),
          )
          .sort();
        expect(told).toEqual(naive(asked, made, pool));
      }),
      { numRuns: 200 },
    ));
});
