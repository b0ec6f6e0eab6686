import { Link } from '@tanstack/react-router';
import type { EnrolmentCard } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Row } from '../../ui/list';
import { Paragraphs } from '../../ui/paragraphs';
import { rowHead, WhenAndWhere } from '../follow/row-parts';
import { OpinionActions } from './opinion-actions';
import { text } from './text';

export function RequestRow({ request, onGiven }: { request: EnrolmentCard; onGiven: () => void }) {
  const { session, dueAt } = request;
  return (
    <Row
      isWaiting
      {...rowHead(request)}
      actions={<OpinionActions request={request} onGiven={onGiven} />}
    >
      <p>
        <Link to="/sessions/$code" params={{ code: session.code }}>
          {session.courseTitle}
        </Link>
      </p>
      <WhenAndWhere session={session} />
      {request.motivation && (
        <div className="reading">
          <p className="soft small">{text.motivation}</p>
          <Paragraphs>{request.motivation}</Paragraphs>
        </div>
      )}
      {dueAt && <p>{text.dueAt(dateTime(dueAt))}</p>}
    </Row>
  );
}
