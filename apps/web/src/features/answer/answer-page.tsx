import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body, ifMatch } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { useDecision, YesOrNo } from './decide';
import { Demand } from './demand';
import { NoLink } from './no-link';
import { Outcome } from './outcome';
import { text } from './text';

const route = getRouteApi('/reponse/$token');

/** What the link of a mail opens: nothing is decided before a button is pressed. */
export function AnswerPage() {
  const { token } = route.useParams();
  const query = useQuery({
    queryKey: ['answer', token],
    retry: false,
    queryFn: () => body(api.GET('/booking-answers/{token}', { params: { path: { token } } })),
  });
  if (query.error instanceof ApiProblem && [404, 410].includes(query.error.status))
    return <NoLink isExpired={query.error.status === 410} words={text} to="/hote/reservations" />;
  return <Loaded query={query}>{(answer) => <Asked answer={answer} token={token} />}</Loaded>;
}

function Asked({ answer, token }: { answer: Answer; token: string }) {
  const [isDone, setDone] = useState(false);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead(answer.roomName, answer.venueName)} />
      <div className="stack stack-8 reading">
        {answer.outcome && <Outcome outcome={answer.outcome} isDone={isDone} words={text} to="/hote/reservations" />}
        {answer.hasChanged && answer.actions.length > 0 && (
          <div role="status">
            <Notice tone="info" title={text.changedTitle}>
              {text.changed}
            </Notice>
          </div>
        )}
        <Demand answer={answer} />
        {answer.actions.length > 0 && <Decide token={token} answer={answer} onDone={() => setDone(true)} />}
      </div>
    </>
  );
}

function Decide({ token, answer, onDone }: { token: string; answer: Answer; onDone: () => void }) {
  const { decide } = useDecision(['answer', token], onDone);
  const send = (decision: 'confirm' | 'refuse', reason?: string) =>
    decide(() => body(api.POST('/booking-answers', { headers: ifMatch(answer.version), body: { token, decision, reason } })));
  return (
    <YesOrNo
      words={text}
      note={answer.answerBy && text.until(dateTime(answer.answerBy, answer.timeZone))}
      onYes={() => send('confirm')}
      onNo={(reason) => send('refuse', reason)}
    />
  );
}
