import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { Button, LinkButton } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { savedSearchesQuery, unsubscriptionQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/desabonnement/$token');

const ToMine = () => (
  <LinkButton to="/mes-recherches" variant="secondary">
    {text.signIn}
  </LinkButton>
);

/** What the link of a digest opens: nothing stops before the button is pressed, since programs follow links too. */
export function UnsubscribePage() {
  const { token } = route.useParams();
  const query = useQuery(unsubscriptionQuery(token));
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return <PageHeader title={text.missingTitle} lead={text.missing} actions={<ToMine />} />;
  return (
    <>
      <PageHeader title={text.stopTitle} />
      <Loaded query={query}>{({ searches }) => <Stop token={token} searches={searches} />}</Loaded>
    </>
  );
}

function Stop({ token, searches }: { token: string; searches: number }) {
  const queries = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => body(api.POST('/unsubscriptions/{token}/one-click', { params: { path: { token } } })),
    onSuccess: async (now) => {
      queries.setQueryData(unsubscriptionQuery(token).queryKey, now);
      await queries.invalidateQueries(savedSearchesQuery);
    },
  });
  if (searches === 0)
    return (
      <div role="status">
        <Notice tone="success" title={stopping.isSuccess ? text.stopped : text.alreadyStopped} actions={<ToMine />}>
          {text.stoppedNext}
        </Notice>
      </div>
    );
  return (
    <div className="stack reading">
      <p>{text.stopLead(searches)}</p>
      <p>{text.stopEffect}</p>
      {stopping.error && (
        <Notice tone="error" title={text.notStopped}>
          {stopping.error.message}
        </Notice>
      )}
      <div>
        <Button icon={BellOff} onPress={() => stopping.mutate()} isPending={stopping.isPending}>
          {text.stop}
        </Button>
      </div>
    </div>
  );
}
