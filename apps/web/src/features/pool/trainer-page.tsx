import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, body, ifMatch } from '../../api/client';
import { NotFoundPage } from '../../app/error-pages';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { CompetenciesForm } from '../trainer/competencies-form';
import { text } from './text';

const route = getRouteApi('/gestion/formateurs/$id');

/** What a trainer can teach, corrected by those who manage the pool. */
export function TrainerPage() {
  const { id } = route.useParams();
  const params = { path: { id } };
  const read = () => body(api.GET('/trainers/{id}/competencies', { params }));
  const query = useQuery({ queryKey: ['trainers', 'competencies', id], queryFn: read });
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(held) => (
        <article className="stack stack-8 reading">
          <PageHeader title={held.displayName} crumbs={[{ label: text.title, to: '/gestion/formateurs' }]} lead={text.trainerLead} />
          <CompetenciesForm
            held={held}
            read={read}
            save={(items, version) => body(api.PUT('/trainers/{id}/competencies', { params: { ...params, header: ifMatch(version) }, body: { items } }))}
            words={text}
          />
        </article>
      )}
    </Loaded>
  );
}
