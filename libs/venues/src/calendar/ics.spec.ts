import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { icsOf, type PlaceCalendar } from './ics';

const booking = {
  id: '019a', startsAt: new Date('2027-03-28T00:30:00Z'), endsAt: new Date('2027-03-28T03:00:00Z'), status: 'confirmed', purpose: 'Découvrir, partager ; l’open data',
  sessionCode: 'S-7K2MQ', roomName: 'Salle 1', changedAt: new Date('2027-01-02T03:04:05Z'), version: 3,
} as const;
const calendar: PlaceCalendar = {
  name: 'EPN du Chaudron',
  bookings: [booking, { ...booking, id: '019b', status: 'held', sessionCode: null }, { ...booking, id: '019c', status: 'cancelled', version: 4 }],
  closures: [{ id: '019d', from: '2027-08-01', until: '2027-08-16', reason: 'Congés' }],
};

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

describe('the calendar of a place', () => {
  const events = eventsOf(icsOf(calendar));

  it('is read by another program as it was meant', () => {
    const [session, held, cancelled, closure] = events;
    expect(session!.uid).toBe('019a@relais');
    expect(session!.summary).toBe(booking.purpose);
    expect(session!.startDate.toJSDate()).toEqual(booking.startsAt);
    expect(session!.endDate.toJSDate()).toEqual(booking.endsAt);
    expect(session!.sequence).toBe(2);
    expect(session!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(session!.component.getFirstPropertyValue('dtstamp'))).toBe('2027-01-02T03:04:05Z');
    expect([held!, cancelled!].map((event) => [event.component.getFirstPropertyValue('status'), event.sequence])).toEqual([['TENTATIVE', 2], ['CANCELLED', 3]]);
    expect([closure!.startDate.isDate, String(closure!.startDate), String(closure!.endDate)]).toEqual([true, '2027-08-01', '2027-08-16']);
  });

  it.each(['America/New_York', 'Pacific/Noumea'])('is the same where the process runs on the clock of %s', (zone) => {
    const run = spawnSync(process.execPath, ['-e', `const { icsOf } = require('./dist/libs/venues/src/calendar/ics.js'); const c = JSON.parse(process.argv[1], (k, v) => (/At$/.test(k) ? new Date(v) : v)); process.stdout.write(icsOf(c));`, JSON.stringify(calendar)], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(icsOf(calendar));
  });
});
