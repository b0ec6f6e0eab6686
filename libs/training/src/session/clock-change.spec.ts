import fc from 'fast-check';
import { DateTime } from 'luxon';
import { slotsOf } from './slots.rules';

const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'America/Cayenne', 'Pacific/Noumea', 'America/Miquelon', 'Indian/Mayotte', 'Pacific/Tahiti'];
const pad = (n: number) => String(n).padStart(2, '0');
const time = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((n) => `${pad(Math.floor(n / 12))}:${pad((n % 12) * 5)}`);
const day = fc.integer({ min: 0, max: 3 * 365 }).map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
const past = new Date('2026-01-01T00:00:00Z');
const wall = (at: Date, zone: string) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd HH:mm');

describe('a half-day on a clock', () => {
  it('is kept as instants that the clock reads back as what was typed, or is refused where it was typed', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), day, time, time, (zone, date, start, end) => {
        fc.pre(start < end);
        try {
          const [slot] = slotsOf([{ date, start, end }], zone, past);
          expect([wall(slot!.from, zone), wall(slot!.to, zone)]).toEqual([`${date} ${start}`, `${date} ${end}`]);
          // The first of two: an hour before, the clock showed something else.
          expect(wall(new Date(slot!.from.getTime() - 3_600_000), zone)).not.toBe(`${date} ${start}`);
        } catch (problem) {
          const [{ code, pointer }] = (problem as { extra: { errors: [{ code: string; pointer: string }] } }).extra.errors;
          expect(code).toBe('slot.skipped_hour');
          const typed = pointer.endsWith('start') ? start : end;
          expect(DateTime.fromISO(`${date}T${typed}`, { zone }).toFormat('HH:mm')).not.toBe(typed);
        }
      }),
      { numRuns: 2000 },
    ));

  it('meets every gap and every overlap of the year', () => {
    const gaps: string[] = [];
    for (const zone of ZONES)
      for (let n = 0; n < 365; n += 1) {
        const date = new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);
        try {
          slotsOf([{ date, start: '02:30', end: '06:00' }], zone, past);
        } catch {
          gaps.push(`${zone} ${date}`);
        }
      }
    expect(gaps).toEqual(['Europe/Paris 2027-03-28', 'America/Miquelon 2027-03-14']);
  });
});
