import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowDown } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import type { SessionDetail, Slot } from '../../api/types';
import { AnchorButton } from '../../ui/button';
import { clock, date, dateRange, dateTime, isPast, localDate, zoneName } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { Table, type Column } from '../../ui/table';
import { AskForSeat } from './ask-for-seat';
import { sessionStatus } from './labels';
import { sessionQuery } from './queries';
import { SeatRules } from './seat-rules';
import { SessionPlace } from './session-place';
import { text } from './session-text';
import { text as catalogue } from './text';

const route = getRouteApi('/sessions/$code');

export function SessionPage() {
  const { code } = route.useParams();
  const query = useQuery(sessionQuery(code));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(session) => <Session session={session} />}
    </Loaded>
  );
}

const slotColumns: Column<Slot>[] = [
  { key: 'date', label: text.slotDate, isHeader: true, cell: (slot) => <span className="sentence inline">{localDate(slot.date)}</span> },
  { key: 'half', label: text.halfDay, cell: (slot) => text.halfDays[slot.halfDay] },
  { key: 'time', label: text.slotTime, cell: (slot) => text.from(clock(slot.start), clock(slot.end)) },
];

function Session({ session }: { session: SessionDetail }) {
  const status = sessionStatus(session);
  const zone = zoneName(session.timeZone);
  return (
    <article>
      <PageHeader
        title={text.title(session.course.title)}
        documentTitle={text.documentTitle(session.course.title, date(session.startsAt, session.timeZone))}
        crumbs={[{ label: text.courses, to: '/formations' }]}
        over={<Status tone={status.tone}>{status.label}</Status>}
        lead={
          <p className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</p>
        }
        actions={
          <div className="narrow-only">
            <AnchorButton href="#ask" variant="secondary" icon={ArrowDown}>
              {text.seatsAndRequest}
            </AnchorButton>
          </div>
        }
      />
      <div className="columns">
        <div className="stack stack-12">
          <section className="stack">
            <h2>{text.programme}</h2>
            <Table caption={text.programme} columns={slotColumns} rows={session.slots} rowKey={(slot) => slot.id} />
            {zone && <p className="soft">{text.zone(zone)}</p>}
          </section>
          <SessionPlace session={session} />
          <SeatRules session={session} />
        </div>
        <aside id="ask" className="stack stack-6">
          <div className="sheet stack stack-6">
            <Facts
              items={[
                [text.seats, text.seatsLeft(session.seatsLeft, session.capacity)],
                [text.waiting, session.waitingCount > 0 && text.waitingCount(session.waitingCount)],
                [isPast(session.enrolmentClosesAt) ? text.closedOn : text.closes, dateTime(session.enrolmentClosesAt, session.timeZone)],
                [text.duration, catalogue.hours(session.course.durationHours)],
                [text.trainers, session.trainers.map(({ displayName }) => displayName).join(', ')],
                [text.code, <span className="code">{session.code}</span>],
              ]}
            />
          </div>
          <AskForSeat session={session} />
        </aside>
      </div>
    </article>
  );
}
