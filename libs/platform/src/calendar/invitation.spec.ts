import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { type Invitation, invitationText } from './invitation';

/** `2027-03-08 9:00-12:00` on the clock of the place. */
const at = (timeZone: string, ...halves: string[]) =>
  halves.map((half) => {
    const [date, hours] = half.split(' ') as [string, string];
    const [from, to] = hours.split('-').map((hour) => DateTime.fromFormat(`${date} ${hour}`, 'yyyy-MM-dd H:mm', { zone: timeZone }).toJSDate()) as [Date, Date];
    return { from, to };
  });
const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  method: 'REQUEST', id: '019a-1', sequence: 2, writtenAt: new Date('2027-01-02T03:04:05Z'), timeZone: 'Europe/Paris', times: at('Europe/Paris', '2027-03-08 9:00-12:00'),
  isTentative: false, summary: 'Découvrir, partager\u202f; l’open data', description: 'Session S-7K2MQ', location: 'Salle 1, EPN du Chaudron', url: 'https://relais.fr/mes-demandes/019a-1',
  organizer: 'Relais <ne-pas-repondre@relais.example>', attendee: { name: 'Élodie "Lou" Nom', email: 'elodie@exemple.fr' }, ...over,
});

/** As another program reads and expands it: every occurrence, by its instants. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  const components = calendar.getAllSubcomponents('vevent');
  const master = components.find((each) => !each.hasProperty('recurrence-id'))!;
  const event = new ICAL.Event(master, { exceptions: components.filter((each) => each !== master) });
  const occurrences: string[] = [];
  const iso = (time: ICAL.Time) => time.toJSDate().toISOString();
  if (!event.isRecurring()) occurrences.push(`${iso(event.startDate)} ${iso(event.endDate)}`);
  else
    for (let iterator = event.iterator(), next = iterator.next(); next; next = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      occurrences.push(`${iso(startDate)} ${iso(endDate)}`);
    }
  const value = (name: string) => String(master.getFirstPropertyValue(name));
  return { calendar, components, master, event, occurrences, value, method: String(calendar.getFirstPropertyValue('method')) };
}
const instants = (times: { from: Date; to: Date }[]) => times.map(({ from, to }) => `${from.toISOString()} ${to.toISOString()}`);

describe('an invitation', () => {
  it('says whose it is, who invites and what was last written', () => {
    const { method, event, value, master } = read(invitationText(invitation()));
    expect([method, event.uid, event.sequence, value('status'), value('dtstamp')]).toEqual(['REQUEST', '019a-1@relais', 2, 'CONFIRMED', '2027-01-02T03:04:05Z']);
    expect([event.summary, event.location, value('organizer')]).toEqual(['Découvrir, partager\u202f; l’open data', 'Salle 1, EPN du Chaudron', 'mailto:ne-pas-repondre@relais.example']);
    const attendee = master.getFirstProperty('attendee')!;
    expect([attendee.getFirstValue(), attendee.getParameter('partstat'), attendee.getParameter('rsvp')]).toEqual(['MAILTO:elodie@exemple.fr', 'ACCEPTED', 'FALSE']);
    expect(read(invitationText(invitation({ isTentative: true }))).value('status')).toBe('TENTATIVE');
  });

  it('is one entry for the two half-days of a day, from the first hour to the last', () => {
    const { components, occurrences, event } = read(invitationText(invitation({ times: at('Europe/Paris', '2027-03-08 9:00-12:00', '2027-03-08 13:30-16:30') })));
    expect(components).toHaveLength(1);
    expect(event.isRecurring()).toBe(false);
    expect(occurrences).toEqual(instants(at('Europe/Paris', '2027-03-08 9:00-16:30')));
  });

  it.each<[string, string, string[], { rule: string; entries: number }]>([
    ['days that follow', 'Europe/Paris', ['2027-03-08 9:00-16:30', '2027-03-09 9:00-16:30', '2027-03-10 9:00-16:30'], { rule: 'FREQ=DAILY;COUNT=3', entries: 1 }],
    ['a clock change between two days', 'Europe/Paris', ['2027-03-26 9:00-12:00', '2027-03-27 9:00-12:00', '2027-03-28 9:00-12:00', '2027-03-29 9:00-12:00'], { rule: 'FREQ=DAILY;COUNT=4', entries: 1 }],
    ['a week without, across the change of October', 'Europe/Paris', ['2027-10-28 9:00-12:00', '2027-10-29 9:00-12:00', '2027-11-02 9:00-12:00'], { rule: 'FREQ=DAILY;COUNT=6', entries: 1 }],
    ['one day a week', 'Europe/Paris', ['2027-03-16 14:00-17:00', '2027-03-23 14:00-17:00', '2027-03-30 14:00-17:00', '2027-04-13 14:00-17:00'], { rule: 'FREQ=DAILY;COUNT=5;INTERVAL=7', entries: 1 }],
    ['a first day that begins in the afternoon', 'Europe/Paris', ['2027-03-08 13:30-16:30', '2027-03-09 9:00-16:30', '2027-03-10 9:00-16:30', '2027-03-11 9:00-12:00'], { rule: 'FREQ=DAILY;COUNT=4', entries: 3 }],
    ['hours of Réunion', 'Indian/Reunion', ['2027-03-27 8:30-12:00', '2027-03-29 8:30-12:00'], { rule: 'FREQ=DAILY;COUNT=2;INTERVAL=2', entries: 1 }],
    ['two days with different hours over the night of the change in Saint-Pierre', 'America/Miquelon', ['2027-03-13 9:00-12:00', '2027-03-14 14:00-17:00'], { rule: 'FREQ=DAILY;COUNT=2', entries: 2 }],
  ])('%s', (_, timeZone, halves, { rule, entries }) => {
    const times = at(timeZone, ...halves);
    const { occurrences, value, components, calendar } = read(invitationText(invitation({ timeZone, times })));
    expect(occurrences.sort()).toEqual(instants(times));
    expect([value('rrule'), components.length]).toEqual([rule, entries]);
    expect(new Set(components.map((each) => `${String(each.getFirstPropertyValue('uid'))} ${String(each.getFirstPropertyValue('sequence'))}`)).size).toBe(1);
    expect(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual([timeZone]);
  });

  it('is taken out whole by its cancellation', () => {
    const { method, components, value } = read(invitationText(invitation({ method: 'CANCEL', sequence: 5, times: at('Europe/Paris', '2027-03-08 9:00-12:00', '2027-03-09 14:00-17:00') })));
    expect([method, components.length, value('status'), value('uid'), value('sequence')]).toEqual(['CANCEL', 1, 'CANCELLED', '019a-1@relais', '5']);
  });

  it.each(['America/New_York', 'Pacific/Noumea'])('is the same where the process runs on the clock of %s', (zone) => {
    const asked = invitation({ times: at('Europe/Paris', '2027-03-27 9:00-12:00', '2027-03-29 14:00-17:00') });
    const revive = `const { invitationText } = require('./dist/libs/platform/src/calendar/invitation.js'); process.stdout.write(invitationText(JSON.parse(process.argv[1], (k, v) => (/At$|^from$|^to$/.test(k) ? new Date(v) : v))));`;
    const run = spawnSync(process.execPath, ['-e', revive, JSON.stringify(asked)], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
    expect([run.stderr, run.stdout]).toEqual(['', invitationText(asked)]);
  });
});
