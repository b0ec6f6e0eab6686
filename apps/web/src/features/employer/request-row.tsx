import { Link } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import type { Budget, InboxCard } from '../../api/types';
import { Checkbox } from '../../ui/choice';
import { dateTime } from '../../ui/dates';
import { Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { Paragraphs } from '../../ui/paragraphs';
import { Status } from '../../ui/status';
import { text as kit } from '../../ui/text';
import { rowHead, WhenAndWhere } from '../follow/row-parts';
import { Alerts } from './alerts';
import { Cost } from './budget';
import { Opinion } from './opinion';
import { Refuse } from './refuse';
import { Endorse, useValidation, Validate, Withdraw } from './request-actions';
import { text } from './text';

interface RequestRowProps {
  request: InboxCard;
  budget: Budget | undefined;
  /** Whether the law gives the agent priority. */
  byLaw: boolean;
  onByLaw: (is: boolean) => void;
  onDecided: () => void;
}

export function RequestRow({ request, budget, byLaw, onByLaw, onDecided }: RequestRowProps) {
  const { agent, session, step, dueAt } = request;
  const deciding = { request, onDecided };
  const validation = useValidation(request, byLaw, onDecided);
  return (
    <Row
      isWaiting
      {...rowHead(request)}
      status={<Status tone={step === 'visa' ? 'active' : 'waiting'}>{text.steps[step ?? 'validation']}</Status>}
      actions={
        <>
          {step === 'visa' ? <Endorse {...deciding} /> : <Validate name={agent.displayName} onPress={() => validation.mutate()} isPending={validation.isPending} />}
          <Refuse {...deciding} />
          <Withdraw {...deciding} />
        </>
      }
    >
      <p>
        <Link to="/sessions/$code" params={{ code: session.code }}>
          {session.courseTitle}
        </Link>
      </p>
      <WhenAndWhere session={session}>
        <Meta icon={Users}>{text.seats(session.seatsLeft)}</Meta>
      </WhenAndWhere>
      {request.motivation && (
        <div className="reading">
          <p className="soft small">{text.motivation}</p>
          <Paragraphs>{request.motivation}</Paragraphs>
        </div>
      )}
      <Opinion request={request} />
      <Alerts alerts={request.alerts} />
      <Cost costCents={request.costCents} budget={budget} />
      {dueAt && <p className="soft small">{text.dueAt(dateTime(dueAt))}</p>}
      {step === 'validation' && <Checkbox label={text.byLaw} value={byLaw} onChange={onByLaw} />}
      {validation.error && (
        <Notice tone="error" title={kit.error}>
          {validation.error.message}
        </Notice>
      )}
    </Row>
  );
}
