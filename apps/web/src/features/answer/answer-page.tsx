import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body, ifMatch } from '../../api/client';
import type { Answer } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { useDecision, YesOrNo } from './decide';
import { Demand } from './demand';
import { LetterPage } from './letter-page';
import { Outcome } from './outcome';
import { text } from './text';
import { useLink } from './use-link';

const route = getRouteApi('/reponse/$token');

/** What the link of a mail opens: nothing is decided before a button is pressed. */
export function AnswerPage() {
  const { token } = route.useParams();
  const link = useLink(['answer', token], () => body(api.GET('/booking-answers/{token}', { params: { path: { token } } })));
  return (
    <LetterPage link={link} words={text} to="/hote/reservations">
      {(answer) => <Asked answer={answer} token={token} />}
    </LetterPage>
  );
}

function Asked({ answer, token }: { answer: Answer; token: string }) {
  const [isDone, setDone] = useState(false);
  return (
    <>
      <PageHeader title={answer.outcome ? text.titleOver : text.title} lead={text.lead(answer.roomName, answer.venueName)} />
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
    decide(() => body(api.POST('/booking-answers', { params: { header: ifMatch(answer.version) }, body: { token, decision, reason } })));
  return (
    <YesOrNo
      words={text}
      note={answer.answerBy && text.until(dateTime(answer.answerBy, answer.timeZone))}
      onYes={() => send('confirm')}
      onNo={(reason) => send('refuse', reason)}
    />
  );
}
