import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { MinimumAnswer } from '../../api/types';
import { date, dateRange } from '../../ui/dates';
import { PageHeader } from '../../ui/page-header';
import { LetterPage } from './letter-page';
import type { Choice } from './minimum-choice';
import { MinimumDecide } from './minimum-decide';
import { minimumText as text } from './minimum-text';
import { Outcome } from './outcome';
import { useLink } from './use-link';
import '../../ui/facts.css';

const route = getRouteApi('/reponse-session/$token');

/** What the links of the letter open: nothing is decided before a button is pressed. */
export function MinimumPage() {
  const { token } = route.useParams();
  const { choix } = route.useSearch();
  const link = useLink(['minimum-answer', token], () => body(api.GET('/minimum-answers/{token}', { params: { path: { token } } })));
  return (
    <LetterPage link={link} words={text} to="/gestion/sessions">
      {(answer) => <Asked answer={answer} token={token} choice={choix} />}
    </LetterPage>
  );
}

function Asked({ answer, token, choice }: { answer: MinimumAnswer; token: string; choice: Choice | undefined }) {
  const [isDone, setDone] = useState(false);
  const { courseTitle, sessionCode, outcome } = answer;
  const title = outcome ? courseTitle : choice ? text.titleOf[choice] : text.title;
  return (
    <>
      <PageHeader title={title} over={<span className="code">{sessionCode}</span>} lead={outcome ? undefined : courseTitle} />
      <div className="stack stack-8 reading">
        {outcome && <Outcome outcome={outcome} isDone={isDone} words={text} to="/gestion/sessions" />}
        <Facts answer={answer} />
        {outcome === null && <MinimumDecide token={token} answer={answer} choice={choice} onDone={() => setDone(true)} />}
      </div>
    </>
  );
}

function Facts({ answer }: { answer: MinimumAnswer }) {
  const { startsAt, endsAt, timeZone, venueName, communeName, seatsTaken, minSeats, submittedCount, decideBy } = answer;
  return (
    <dl className="facts">
      <div>
        <dt>{text.when}</dt>
        <dd className="sentence">{dateRange(startsAt, endsAt, timeZone)}</dd>
      </div>
      <div>
        <dt>{text.where}</dt>
        <dd>{text.place(venueName, communeName)}</dd>
      </div>
      <div>
        <dt>{text.seats}</dt>
        <dd>{text.seatsOf(seatsTaken, minSeats)}</dd>
        {submittedCount > 0 && <dd>{text.submitted(submittedCount)}</dd>}
      </div>
      {decideBy && (
        <div>
          <dt>{text.until}</dt>
          <dd className="sentence">{date(`${decideBy}T12:00:00Z`, 'UTC')}</dd>
        </div>
      )}
    </dl>
  );
}
