import { spawnSync } from 'node:child_process';
import type { FastifyReply } from 'fastify';
import ICAL from 'ical.js';
import { type Calendar, icsOf } from './calendar';
import { calendarHash, newCalendarAddress } from './calendar-address';
import { sendCalendar } from './calendar-answer';

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
const statusOf = (event: ICAL.Event) => event.component.getFirstPropertyValue('status');

const session = {
  id: '019a-1', sequence: 2, changedAt: new Date('2027-01-02T03:04:05Z'), time: { from: new Date('2027-03-28T00:30:00Z'), to: new Date('2027-03-28T03:00:00Z') }, status: 'confirmed',
  summary: 'Découvrir, partager ; l’open data', location: 'Salle 1, EPN du Chaudron', url: 'https://relais.fr/sessions/S-7K2MQ',
} as const;
const calendar: Calendar = {
  name: 'EPN du Chaudron', product: 'lieux',
  events: [session, { ...session, id: '019b', status: 'tentative', url: null }, { ...session, id: '019c', status: 'cancelled', sequence: 3 }, { ...session, id: '019d', time: { firstDay: '2027-08-01', dayAfter: '2027-08-16' } }],
};

describe('a calendar', () => {
  it('is read by another program as it was meant', () => {
    const [told, held, cancelled, days] = eventsOf(icsOf(calendar));
    expect([told!.uid, told!.summary, told!.location, told!.sequence, statusOf(told!)]).toEqual(['019a-1@relais', session.summary, session.location, 2, 'CONFIRMED']);
    expect([told!.startDate.toJSDate(), told!.endDate.toJSDate()]).toEqual([session.time.from, session.time.to]);
    expect(['dtstamp', 'url'].map((name) => String(told!.component.getFirstPropertyValue(name)))).toEqual(['2027-01-02T03:04:05Z', session.url]);
    expect([held!, cancelled!].map((event) => [statusOf(event), event.sequence])).toEqual([['TENTATIVE', 2], ['CANCELLED', 3]]);
    expect([days!.startDate.isDate, String(days!.startDate), String(days!.endDate)]).toEqual([true, '2027-08-01', '2027-08-16']);
  });

  it.each(['America/New_York', 'Pacific/Noumea'])('is the same where the process runs on the clock of %s', (zone) => {
    const revive = `const { icsOf } = require('./dist/libs/platform/src/calendar/calendar.js'); process.stdout.write(icsOf(JSON.parse(process.argv[1], (k, v) => (/At$|^from$|^to$/.test(k) ? new Date(v) : v))));`;
    const run = spawnSync(process.execPath, ['-e', revive, JSON.stringify(calendar)], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(icsOf(calendar));
  });

  it('is sent once to whom already has it, even when a proxy has touched its mark', () => {
    const answer = (known?: string) => {
      const sent = { status: 200, headers: {} as Record<string, string> };
      const reply = { status: (code: number) => ((sent.status = code), reply), headers: (headers: Record<string, string>) => ((sent.headers = headers), reply), send: () => reply };
      sendCalendar(reply as unknown as FastifyReply, known, calendar);
      return sent;
    };
    const tag = answer().headers.etag!;
    expect([undefined, tag, `W/${tag}`, `"other", ${tag}`, '*', '"other"'].map((known) => answer(known).status)).toEqual([200, 304, 304, 304, 304, 200]);
    expect(answer(tag).headers).toMatchObject({ etag: tag, 'cache-control': 'private, max-age=300' });
  });

  it('is known by the hash of its address, which ends in .ics', () => {
    const { url, hash } = newCalendarAddress('https://relais.fr/api/v1/calendars');
    const file = url.split('/').at(-1)!;
    expect(calendarHash(file)).toEqual(hash);
    expect(file).toMatch(/^[\w-]{43}\.ics$/);
    expect(() => calendarHash(file.replace('.ics', ''))).toThrow();
  });
});
