import type { PlanningItem, PlanningRow, SessionDetail } from '../../api/types';
import { draftOf, isSame, mayDrop, targetOf } from './moving';

const room = (id: string, over = {}): PlanningRow => ({
  id, name: `Salle ${id}`, place: { id: 'v', name: 'Lieu', communeName: null, timeZone: 'Europe/Paris', capacity: 12, ...over }, lacks: null,
});
const trainer = (id: string): PlanningRow => ({ id, name: 'Anne', place: null, lacks: null });
const half = { date: '2027-01-14', start: '09:00', end: '12:30', roomId: 'a' };

describe('where a half-day goes', () => {
  it.each([
    ['the same hours on another day', { row: room('a'), date: '2027-01-18', half: 'am' as const }, ['2027-01-18', '09:00', '12:30', 'a']],
    ['as long in the afternoon', { row: room('a'), date: '2027-01-14', half: 'pm' as const }, ['2027-01-14', '13:30', '17:00', 'a']],
    ['another room', { row: room('b'), date: '2027-01-14', half: 'am' as const }, ['2027-01-14', '09:00', '12:30', 'b']],
    ['on the row of a trainer the room stays', { row: trainer('t'), date: '2027-01-15', half: 'am' as const }, ['2027-01-15', '09:00', '12:30', 'a']],
    ['the same day of another week', { row: room('a'), date: '2027-01-25', isWeek: true }, ['2027-01-28', '09:00', '12:30', 'a']],
  ])('%s', (_, cell, [date, start, end, roomId]) => expect(targetOf(half, cell)).toEqual({ date, start, end, roomId }));

  it('never after midnight', () => expect(targetOf({ ...half, start: '08:00', end: '20:00' }, { row: room('a'), date: '2027-01-14', half: 'pm' }).end).toBe('23:59'));
  it('is nowhere else when nothing changes', () => {
    expect(isSame(half, targetOf(half, { row: room('a'), date: half.date, half: 'am' }))).toBe(true);
    expect(isSame(half, targetOf(half, { row: room('b'), date: half.date, half: 'am' }))).toBe(false);
  });
});

describe('what may be dropped where', () => {
  const item = { ...half, rowId: 't', fixed: null, timeZone: 'Europe/Paris', capacity: 10 } as PlanningItem;
  const on = (row: PlanningRow, date = '2027-01-18', it = item) => mayDrop(it, { row, date, half: 'am' }, '2027-01-10');
  it('goes to a room on the same clock with enough seats', () => {
    expect(on(room('b'))).toBe(true);
    expect(on(room('b', { timeZone: 'Indian/Reunion' }))).toBe(false);
    expect(on(room('b', { capacity: 9 }))).toBe(false);
  });
  it('stays on the row of its trainer', () => expect([on(trainer('t')), on(trainer('u'))]).toEqual([true, false]));
  it('does not go to the past, nor move once fixed', () => {
    expect(on(room('b'), '2027-01-09')).toBe(false);
    expect(on(room('b'), '2027-01-18', { ...item, fixed: 'other' })).toBe(false);
  });
});

describe('what is checked', () => {
  const slot = (id: string, over = {}) => ({ id, date: '2099-01-14', start: '09:00', end: '12:00', booking: { endsAt: '2099-01-14T11:00:00Z' }, ...over });
  const session = {
    id: 's', capacity: 8, room: { id: 'a' }, slots: [slot('1'), slot('2'), slot('past', { booking: { endsAt: '2020-01-14T11:00:00Z' } }), slot('none', { booking: null })],
    asks: [{ trainerId: 'x', status: 'accepted' }, { trainerId: 'y', status: 'declined' }],
  } as unknown as SessionDetail;
  const when = { date: '2099-01-15', start: '10:00', end: '12:00' };
  it('is the half-day alone in the same room', () =>
    expect(draftOf(session, '1', { ...when, roomId: 'a' })).toEqual({ roomId: 'a', capacity: 8, trainerIds: ['x'], slots: [when], except: { sessionId: 's', slotIds: ['1'] } }));
  it('is all those to come in another', () => {
    const { slots, except } = draftOf(session, '1', { ...when, roomId: 'b' });
    expect([slots.map(({ date }) => date), except!.slotIds]).toEqual([['2099-01-15', '2099-01-14'], ['1', '2']]);
  });
});
