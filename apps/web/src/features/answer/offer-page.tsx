import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { OfferAnswer } from '../../api/types';
import { dateRange } from '../../ui/dates';
import { Facts } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { LetterPage } from './letter-page';
import { OfferDecide } from './offer-decide';
import { offerText as text } from './offer-text';
import { Outcome } from './outcome';
import { useLink } from './use-link';

const route = getRouteApi('/reponse-place/$token');

/** What the link of the letter opens: nothing is decided before a button is pressed. */
export function OfferPage() {
  const { token } = route.useParams();
  const link = useLink(['offer-answer', token], () => body(api.GET('/offer-answers/{token}', { params: { path: { token } } })));
  return (
    <LetterPage link={link} words={text} to="/mes-demandes">
      {(answer) => <Asked answer={answer} token={token} />}
    </LetterPage>
  );
}

function Asked({ answer, token }: { answer: OfferAnswer; token: string }) {
  const [isDone, setDone] = useState(false);
  const { agentName, courseTitle, sessionCode, venueName, communeName, startsAt, endsAt, timeZone, number, outcome } = answer;
  return (
    <>
      <PageHeader title={outcome ? courseTitle : text.title} over={<span className="code">{sessionCode}</span>} lead={outcome ? undefined : text.lead(agentName)} />
      <div className="stack stack-8 reading">
        {outcome && <Outcome outcome={outcome} isDone={isDone} words={text} to="/mes-demandes" />}
        {!outcome && <h2>{courseTitle}</h2>}
        <Facts
          items={[
            [text.when, <span className="sentence inline">{dateRange(startsAt, endsAt, timeZone)}</span>],
            [text.where, text.place(venueName, communeName)],
            [text.number, <span className="code">{number}</span>],
          ]}
        />
        {outcome === null && <OfferDecide token={token} answer={answer} onDone={() => setDone(true)} />}
      </div>
    </>
  );
}
