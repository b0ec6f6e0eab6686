import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body, ifMatch } from '../../api/client';
import type { AskAnswer, AskedSession } from '../../api/types';
import { date, time } from '../../ui/dates';
import { List, Row } from '../../ui/list';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Status } from '../../ui/status';
import { askText as text } from './ask-text';
import { useDecision, YesOrNo } from './decide';
import { LetterPage } from './letter-page';
import { Outcome } from './outcome';
import { useLink } from './use-link';

const route = getRouteApi('/reponse-formateur/$token');

/** What the link of a trainer's mail opens: nothing is decided before a button is pressed. */
export function AskPage() {
  const { token } = route.useParams();
  const link = useLink(['ask-answer', token], () => body(api.GET('/ask-answers/{token}', { params: { path: { token } } })));
  return (
    <LetterPage link={link} words={text} to="/formateur/sessions">
      {(answer) => <Asked answer={answer} token={token} />}
    </LetterPage>
  );
}

function Asked({ answer, token }: { answer: AskAnswer; token: string }) {
  const [isDone, setDone] = useState(false);
  const { sessions, outcome, actions, reason } = answer;
  return (
    <>
      <PageHeader title={outcome ? text.titleOver(sessions.length) : text.title(sessions.length)} lead={text.lead(answer.trainerName, answer.organiserName)} />
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
  const off = sessionStatus === 'cancelled' ? text.cancelled : (status === 'released' || status === 'relieved') && text.released;
  return (
    <Row
      title={<h2>{courseTitle}</h2>}
      meta={
        <>
          <span>{text.place(venueName, communeName)}</span>
          <span className="code">{sessionCode}</span>
        </>
      }
      status={off && <Status tone="bad">{off}</Status>}
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
    decide(() => body(api.POST('/ask-answers', { params: { header: ifMatch(version) }, body: { token, decision, reason } })));
  return <YesOrNo words={text} note={sessions.length > 1 ? text.together : null} onYes={() => send('accept')} onNo={(reason) => send('decline', reason)} />;
}
