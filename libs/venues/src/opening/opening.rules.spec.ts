import fc from 'fast-check';
import { type Hours, type OpeningWeek, openingColumns, openingOf, osmOf, weekFault } from './opening.rules';

const week = (days: Record<number, [string, string][]>, holidays: OpeningWeek['holidays'] = 'usual'): OpeningWeek => ({
  days: Array.from({ length: 7 }, (_, day) => (days[day] ?? []).map(([from, to]) => ({ from, to }))),
  holidays,
});

describe('openingOf', () => {
  it.each<[string, OpeningWeek]>([
    ['Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00', week({ ...Object.fromEntries([0, 1, 2, 3, 4].map((day) => [day, [['09:00', '12:00'], ['14:00', '18:30']]])), 5: [['08:30', '12:00']] } as never)],
    ['Mo-Fr 09:30-12:00; Tu,We off', week({ 0: [['09:30', '12:00']], 3: [['09:30', '12:00']], 4: [['09:30', '12:00']] })],
    ['Tu-Fr 14:00-18:00; We 10:00-12:00,14:00-18:00', week({ 1: [['14:00', '18:00']], 2: [['10:00', '12:00'], ['14:00', '18:00']], 3: [['14:00', '18:00']], 4: [['14:00', '18:00']] })],
    ['Th 09:30-12:30; PH off', week({ 3: [['09:30', '12:30']] }, 'closed')],
    ['Sa 10:00-12:00; PH 10:00-11:00', week({ 5: [['10:00', '12:00']] }, [{ from: '10:00', to: '11:00' }])],
    ['Fr 22:00-02:00', week({ 4: [['22:00', '02:00']] })],
    ['Su 22:00-02:00', week({ 6: [['22:00', '02:00']] })],
    ['lundi 9h-12h', week({ 0: [['09:00', '12:00']] })],
    ['Mo,PH 09:00-12:00', week({ 0: [['09:00', '12:00']] }, [{ from: '09:00', to: '12:00' }])],
    ['24/7', week(Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, [['00:00', '24:00']]])) as never)],
  ])('%s', (text, expected) => expect(openingOf(text)).toEqual({ kind: 'weekly', week: expected }));

  it.each(['Jul-Aug Mo-Fr 09:00-12:00; Mo-Fr 10:00-18:00', 'Mo[1] 10:00-12:00', 'Mo 09:00-12:00 "sur rendez-vous"', 'week 2-52/2 Mo 10:00-12:00', 'SH Mo 10:00-12:00'])(
    '%s is not the same every week',
    (text) => expect(openingOf(text)).toEqual({ kind: 'irregular' }),
  );

  it.each(['ouvert le matin', 'Mo 25:00-27:00', '=cmd()', 'PH off', ''])('%s cannot be read', (text) =>
    expect(openingOf(text)).toEqual({ kind: 'invalid' }),
  );
});

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** Hours in order that touch neither each other nor the next day. */
const day = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 6 }).map((quarters): Hours[] => {
  const sorted = quarters.sort((a, b) => a - b).map((quarter) => quarter * 15);
  return sorted.slice(0, sorted.length - (sorted.length % 2)).flatMap((from, index) => (index % 2 ? [] : [{ from: clock(from), to: clock(sorted[index + 1]!) }]));
});
const anyWeek = fc.record({
  days: fc.array(day, { minLength: 7, maxLength: 7 }),
  holidays: fc.oneof(fc.constantFrom<OpeningWeek['holidays']>('usual', 'closed'), day.filter((hours) => hours.length > 0)),
});

describe('osmOf', () => {
  it.each([
    ['Mo-We,Fr 09:00-12:00', week({ 0: [['09:00', '12:00']], 1: [['09:00', '12:00']], 2: [['09:00', '12:00']], 4: [['09:00', '12:00']] })],
    ['Mo,Tu 09:00-12:00; PH off', week({ 0: [['09:00', '12:00']], 1: [['09:00', '12:00']] }, 'closed')],
    [null, week({})],
  ])('%s', (text, said) => expect(osmOf(said)).toBe(text));

  it('what is written is read back the same', () => {
    fc.assert(
      fc.property(anyWeek, (said) => {
        const text = osmOf(said);
        fc.pre(text !== null && weekFault(said) === null);
        expect(openingOf(text!)).toEqual({ kind: 'weekly', week: said });
      }),
      { numRuns: 60 },
    );
  });
});

describe('weekFault', () => {
  it.each<[string, OpeningWeek, string | undefined]>([
    ['one after the other', week({ 0: [['09:00', '12:00'], ['14:00', '18:00']] }), undefined],
    ['the second begins before the first ends', week({ 0: [['09:00', '12:00'], ['11:00', '18:00']] }), '/opening/days/0/1'],
    ['a night that meets the next morning', week({ 6: [['22:00', '02:00']], 0: [['01:00', '03:00']] }), '/opening/days/0'],
    ['a night before a closed day', week({ 6: [['22:00', '02:00']] }), undefined],
    ['holidays that overlap', week({ 0: [['09:00', '12:00']] }, [{ from: '09:00', to: '12:00' }, { from: '10:00', to: '11:00' }]), '/opening/holidays/1'],
  ])('%s', (_, said, pointer) => expect(weekFault(said)?.pointer).toBe(pointer));
});

describe('openingColumns', () => {
  it('a week in minutes, a night of Sunday going round', () =>
    expect(openingColumns('Mo 09:00-12:00; Su 22:00-02:00; PH off')).toEqual({ weekHours: '{[540,720),[9960,10080),[0,120)}', holidayHours: '{}' }));
  it.each([null, 'sur rendez-vous', 'Jul Mo 09:00-12:00'])('%s: unknown', (text) => expect(openingColumns(text)).toEqual({ weekHours: null, holidayHours: null }));
});
