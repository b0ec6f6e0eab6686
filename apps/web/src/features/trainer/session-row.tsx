import { ClipboardCheck, MapPin, Users } from 'lucide-react';
import type { WorkSession } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { Row } from '../../ui/list';
import { DateBlock, Meta } from '../../ui/meta';
import { Status } from '../../ui/status';
import { sessionStatus } from '../catalogue/labels';
import { AnswerAsk } from './answer-ask';
import type { Moment } from './moment';
import { text } from './text';

export function SessionRow({ session, moment }: { session: WorkSession; moment: Moment }) {
  const status = sessionStatus(session);
  const isToCall = moment === 'toCall';
  return (
    <Row
      isWaiting={isToCall || moment === 'toAnswer'}
      aside={<DateBlock at={session.startsAt} timeZone={session.timeZone} />}
      title={<h3>{session.courseTitle}</h3>}
      meta={
        <>
          <span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>
          <Meta icon={MapPin}>{text.place(session.venueName, session.communeName)}</Meta>
          <Meta icon={Users}>{text.seats(session.seatsTaken, session.capacity)}</Meta>
          <span className="code">{session.code}</span>
        </>
      }
      status={!isToCall && moment !== 'toAnswer' && <Status tone={status.tone}>{status.label}</Status>}
      actions={
        moment === 'toAnswer' ? (
          <AnswerAsk session={session} />
        ) : (
          session.status !== 'cancelled' &&
          session.status !== 'draft' && (
          <LinkButton
            to="/formateur/sessions/$id/emargement"
            params={{ id: session.id }}
            variant={isToCall ? 'primary' : 'secondary'}
            icon={isToCall ? ClipboardCheck : Users}
            aria-label={isToCall ? text.callOf(session.courseTitle) : text.seeOf(session.courseTitle)}
          >
            {isToCall ? text.call : text.see}
          </LinkButton>
          )
        )
      }
    />
  );
}
