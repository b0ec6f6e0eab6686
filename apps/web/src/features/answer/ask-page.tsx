import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body, ifMatch } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { AskAnswer, AskedSession } from '../../api/types';
import { date, time } from '../../ui/dates';
import { List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { askText as text } from './ask-text';
import { useDecision, YesOrNo } from './decide';
import { NoLink } from './no-link';
import { Outcome } from './outcome';

const route = getRouteApi('/reponse-formateur/$token');

/** What the link of a trainer's mail opens: nothing is decided before a button is pressed. */
export function AskPage() {
  const { token } = route.useParams();
  const query = useQuery({
    queryKey: ['ask-answer', token],
    retry: false,
    queryFn: () => body(api.GET('/ask-answers/{token}', { params: { path: { token } } })),
  });
  if (query.error instanceof ApiProblem && [404, 410].includes(query.error.status))
    return <NoLink isExpired={query.error.status === 410} words={text} to="/formateur/sessions" />;
  return <Loaded query={query}>{(answer) => <Asked answer={answer} token={token} />}</Loaded>;
}

function Asked({ answer, token }: { answer: AskAnswer; token: string }) {
  const [isDone, setDone] = useState(false);
  const { sessions, outcome, actions, reason } = answer;
  return (
    <>
      <PageHeader title={text.title(sessions.length)} lead={text.lead(answer.trainerName, answer.organiserName)} />
      <div className="stack stack-8 reading">
        {outcome && <Outcome outcome={outcome} isDone={isDone} words={text} to="/formateur/sessions" />}
        {answer.hasChanged && (
          <div role="status">
            <Notice tone="info" title={text.changedTitle}>
              {text.changed}
            </Notice>
          </div>
        )}
        <List label={text.sessions}>
          {sessions.map((session) => (
            <Session key={session.id} session={session} />
          ))}
        </List>
        {reason && <p>{text.reasonGiven(reason)}</p>}
        {actions.length > 0 && <Decide token={token} answer={answer} onDone={() => setDone(true)} />}
      </div>
    </>
  );
}

function Session({ session }: { session: AskedSession }) {
  const { courseTitle, sessionCode, venueName, communeName, halfDays, timeZone, status, sessionStatus } = session;
  const isOff = status === 'released' || status === 'relieved' || sessionStatus === 'cancelled';
  return (
    <Row
      title={<h2>{courseTitle}</h2>}
      meta={
        <>
          <span>{text.place(venueName, communeName)}</span>
          <span className="code">{sessionCode}</span>
        </>
      }
      status={isOff && <Status tone="bad">{text.off}</Status>}
    >
      {halfDays.map(({ startsAt, endsAt }) => (
        <p key={startsAt} className="sentence">
          {text.slot(date(startsAt, timeZone), time(startsAt, timeZone), time(endsAt, timeZone))}
        </p>
      ))}
    </Row>
  );
}

function Decide({ token, answer: { version, sessions }, onDone }: { token: string; answer: AskAnswer; onDone: () => void }) {
  const { decide } = useDecision(['ask-answer', token], onDone);
  const send = (decision: 'accept' | 'decline', reason?: string) =>
    decide(() => body(api.POST('/ask-answers', { headers: ifMatch(version), body: { token, decision, reason } })));
  return <YesOrNo words={text} note={sessions.length > 1 ? text.together : null} onYes={() => send('accept')} onNo={(reason) => send('decline', reason)} />;
}
