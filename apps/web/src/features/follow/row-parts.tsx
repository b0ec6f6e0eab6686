import { Link } from '@tanstack/react-router';
import { CalendarDays, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EnrolmentCard } from '../../api/types';
import { dateRange, shortDate } from '../../ui/dates';
import { Meta } from '../../ui/meta';
import { text } from './text';

/** What begins the row of a request, for those who follow or decide it: whose it is, its number, since when. */
export const rowHead = ({ id, agent, number, submittedAt }: EnrolmentCard) => ({
  title: (
    <h2>
      <Link to="/suivi/$id" params={{ id }}>
        {agent.displayName}
      </Link>
    </h2>
  ),
  meta: (
    <>
      <span className="code">{number}</span>
      <span>{text.asked(shortDate(submittedAt))}</span>
    </>
  ),
});

/** When and where the session is. */
export const WhenAndWhere = ({ session, children }: { session: EnrolmentCard['session']; children?: ReactNode }) => (
  <div className="row-meta">
    <Meta icon={CalendarDays}>
      <span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>
    </Meta>
    <Meta icon={MapPin}>{text.place(session.venueName, session.communeName)}</Meta>
    {children}
  </div>
);
