import { Link } from '@tanstack/react-router';
import { CalendarDays, Check, MapPin, Users } from 'lucide-react';
import { api, body } from '../../api/client';
import type { EnrolmentCard } from '../../api/types';
import { Button } from '../../ui/button';
import { dateRange, shortDate } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { Paragraphs } from '../../ui/paragraphs';
import { text as kit } from '../../ui/text';
import { text } from './text';

export function RequestRow({ request, onDecided }: { request: EnrolmentCard; onDecided: () => void }) {
  const { id, agent, session } = request;
  const params = { path: { id } };
  const validation = useAct({
    act: () => body(api.POST('/enrolments/{id}/validate', { params })),
    done: text.validated(agent.displayName),
    after: onDecided,
  });
  return (
    <Row
      isWaiting
      title={<h2>{agent.displayName}</h2>}
      meta={
        <>
          <span className="code">{request.number}</span>
          <span>{text.asked(shortDate(request.submittedAt))}</span>
        </>
      }
      actions={
        <>
          <Button
            icon={Check}
            aria-label={text.validateOf(agent.displayName)}
            onPress={() => validation.mutate()}
            isPending={validation.isPending}
          >
            {text.validate}
          </Button>
          <Decision
            label={text.refuse}
            name={text.refuseOf(agent.displayName)}
            title={text.refuseTitle(agent.displayName)}
            reason={{ label: text.reason, hint: text.reasonHint, missing: text.reasonMissing }}
            act={(reason) => body(api.POST('/enrolments/{id}/refuse', { params, body: { reason } }))}
            done={text.refused(agent.displayName)}
            after={onDecided}
            isDestructive
          >
            <p>{text.refuseEffect}</p>
          </Decision>
        </>
      }
    >
      <p>
        <Link to="/sessions/$code" params={{ code: session.code }}>
          {session.courseTitle}
        </Link>
      </p>
      <div className="row-meta">
        <Meta icon={CalendarDays}>
          <span className="sentence inline">{dateRange(session.startsAt, session.endsAt, session.timeZone)}</span>
        </Meta>
        <Meta icon={MapPin}>{text.place(session.venueName, session.communeName)}</Meta>
        <Meta icon={Users}>{text.seats(session.seatsLeft)}</Meta>
      </div>
      {request.motivation && (
        <div className="reading">
          <p className="soft small">{text.motivation}</p>
          <Paragraphs>{request.motivation}</Paragraphs>
        </div>
      )}
      {validation.error && (
        <Notice tone="error" title={kit.error}>
          {validation.error.message}
        </Notice>
      )}
    </Row>
  );
}
