import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { Button, LinkButton } from '../../ui/button';
import { shortDate } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { text } from './claim-text';
import { claimLinkQuery } from './queries';
import { text as host } from './text';

const route = getRouteApi('/reponse-lieu/$token');

/** Where the letter to a place leads: without an account, and nothing is answered by opening it. */
export function ClaimAnswerPage() {
  const { token } = route.useParams();
  const query = useQuery(claimLinkQuery(token));
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (said: 'yes' | 'no') =>
      body(api.POST('/claim-links/{token}', { params: { path: { token } }, body: { answer: said } })),
    onSuccess: (question) => queries.setQueryData(claimLinkQuery(token).queryKey, question),
  });
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return <PageHeader title={text.unknownTitle} lead={query.error.detail} actions={<LinkButton to="/lieux">{text.toPlaces}</LinkButton>} />;
  return (
    <article className="reading stack stack-6">
      <Loaded query={query}>
        {({ status, venue, organisationName, askedBy, askedAt, deadline }) => (
          <>
            <PageHeader title={text.answerTitle} lead={text.question(organisationName, venue.name)} />
            <div className="stack stack-2">
              <p>
                {venue.address}
                <br />
                {host.where(venue.postalCode, venue.communeName)}
              </p>
              <p className="soft">{text.askedBy(askedBy, shortDate(askedAt))}</p>
            </div>
            {answer.error && (
              <Notice tone="error" title={text.refusedAnswer}>
                {answer.error.message}
              </Notice>
            )}
            <div role="status">
              {status !== 'asked' && (
                <Notice tone={status === 'granted' ? 'success' : 'info'} title={text.answered[status] ?? ''} />
              )}
            </div>
            {status === 'asked' && (
              <>
                <p>{text.effect}</p>
                <div className="cluster">
                  <Button onPress={() => answer.mutate('yes')} isPending={answer.isPending}>
                    {text.yes}
                  </Button>
                  <Button variant="secondary" onPress={() => answer.mutate('no')} isPending={answer.isPending}>
                    {text.no}
                  </Button>
                </div>
                <p className="soft">{text.silence(shortDate(deadline))}</p>
              </>
            )}
          </>
        )}
      </Loaded>
    </article>
  );
}
