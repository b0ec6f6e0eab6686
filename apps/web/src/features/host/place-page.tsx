import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { EyeOff, Globe } from 'lucide-react';
import { NotFoundPage } from '../../app/error-pages';
import { api, body } from '../../api/client';
import type { VenueDetail } from '../../api/types';
import { Decision } from '../../ui/decision';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { venueQuery } from '../venues/queries';
import { PlaceForm } from './place-form';
import { PlaceStatus } from './place-status';
import { Rooms } from './rooms';
import { text } from './text';

const route = getRouteApi('/hote/lieux/$id');

export function PlacePage() {
  const { id } = route.useParams();
  const query = useQuery(venueQuery(id));
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(venue) => (venue.actions.includes('edit') ? <Place venue={venue} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function Place({ venue }: { venue: VenueDetail }) {
  return (
    <article>
      <PageHeader
        title={venue.name}
        crumbs={[{ label: text.places, to: '/hote/lieux' }]}
        over={<PlaceStatus status={venue.status} />}
        lead={text.stateOf[venue.status]}
        actions={<Publication venue={venue} />}
      />
      <div className="stack stack-12">
        <Rooms venue={venue} />
        <section className="stack stack-6" aria-labelledby="details">
          <h2 id="details">{text.details}</h2>
          <PlaceForm venue={venue} />
        </section>
      </div>
    </article>
  );
}

function Publication({ venue: { id, slug, status, actions } }: { venue: VenueDetail }) {
  const params = { path: { id } };
  return (
    <>
      {actions.includes('publish') && (
        <Decision
          label={text.publish}
          variant="primary"
          icon={Globe}
          title={text.publishTitle}
          act={() => body(api.POST('/venues/{id}/publish', { params }))}
          done={text.published}
        >
          <p>{text.publishEffect}</p>
        </Decision>
      )}
      {actions.includes('withdraw') && (
        <Decision
          label={text.withdraw}
          icon={EyeOff}
          title={text.withdrawTitle}
          act={() => body(api.POST('/venues/{id}/withdraw', { params }))}
          done={text.withdrawn}
          isDestructive
        >
          <p>{text.withdrawEffect}</p>
          <p>{text.withdrawUndo}</p>
        </Decision>
      )}
      {status === 'published' && (
        <Link to="/lieux/$slug" params={{ slug }}>
          {text.seePublic}
        </Link>
      )}
    </>
  );
}
