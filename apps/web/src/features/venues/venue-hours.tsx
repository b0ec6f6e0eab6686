import type { VenueDetail, VenueOpening } from '../../api/types';
import { clock, date, hourRange, localDate, time } from '../../ui/dates';
import { Table } from '../../ui/table';
import { openingHours } from './opening-hours';
import { text } from './text';

const days = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];
type Week = NonNullable<VenueDetail['opening']>;
type Hours = Week['days'][number];

const hoursText = (hours: Hours) => (hours.length ? hours.map(({ from, to }) => hourRange(clock(from), clock(to))).join(', ') : text.closed);

/** « Ouvert, ferme à 18 h », the week as a table, and what will close the place. */
export function VenueHours({ venue, opening }: { venue: VenueDetail; opening: VenueOpening | undefined }) {
  if (!venue.openingHours && !opening?.closures.length) return null;
  return (
    <section className="stack reading">
      <h2>{text.hours}</h2>
      {opening && opening.isOpen !== null && <p role="status">{stateText(opening)}</p>}
      {venue.opening ? <WeekTable week={venue.opening} /> : venue.openingHours && <p className="lines">{openingHours(venue.openingHours)}</p>}
      {opening && <Closing opening={opening} />}
    </section>
  );
}

function stateText({ isOpen, changesAt, timeZone }: VenueOpening): string {
  if (!changesAt) return isOpen ? text.open : text.closed;
  const isToday = date(changesAt, timeZone) === date(new Date().toISOString(), timeZone);
  const hour = time(changesAt, timeZone);
  return isOpen ? text.closesAt(hour, isToday ? '' : date(changesAt, timeZone)) : text.opensAt(hour, isToday ? '' : date(changesAt, timeZone));
}

function WeekTable({ week }: { week: Week }) {
  const rows = [
    ...week.days.map((hours, index) => ({ day: days[index]!, hours: hoursText(hours) })),
    ...(week.holidays === 'usual' ? [] : [{ day: text.holidays, hours: week.holidays === 'closed' ? text.closed : hoursText(week.holidays as Hours) }]),
  ];
  return (
    <Table
      caption={text.hours}
      columns={[
        { key: 'day', label: text.day, isHeader: true, cell: (row) => row.day },
        { key: 'hours', label: text.hoursOfDay, cell: (row) => row.hours },
      ]}
      rows={rows}
      rowKey={(row) => row.day}
    />
  );
}

function Closing({ opening: { closures, holidays } }: { opening: VenueOpening }) {
  const comings = [
    ...closures.map(({ from, until, reason }) => ({ key: from, words: text.closure(localDate(from), localDate(until), reason) })),
    ...holidays.map(({ date: day, name }) => ({ key: day, words: text.holiday(localDate(day), name) })),
  ].sort((a, b) => a.key.localeCompare(b.key));
  if (!comings.length) return null;
  return (
    <>
      <h3>{text.comingClosures}</h3>
      <ul>
        {comings.map(({ key, words }) => (
          <li key={`${key}${words}`} className="sentence">{words}</li>
        ))}
      </ul>
    </>
  );
}
