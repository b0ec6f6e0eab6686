import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, type ComponentType } from 'react';
import { NotFoundPage } from '../../app/error-pages';
import type { VenueDetail } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { Loaded, Progress } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { venueQuery } from '../venues/queries';
import { CharterStep } from './charter-step';
import { Gone } from './gone';
import { Photos } from './photos';
import { PlaceStatus } from './place-status';
import { text as place } from './place-text';
import { usePlacesCrumb } from './places-crumb';
import { PreviewStep } from './preview-step';
import { Rooms } from './rooms';
import { nextStep, STEPS, type Step } from './steps';
import { text } from './text';
import { WhatStep } from './what-step';
import { WhenStep } from './when-step';
import { WhereStep } from './where-step';
import { WhoStep } from './who-step';
import './hours.css';

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

const pages: Record<Step, ComponentType<{ venue: VenueDetail }>> = {
  qui: WhoStep,
  ou: WhereStep,
  quand: WhenStep,
  quoi: WhatStep,
  salles: Rooms,
  photos: ({ venue }) => <Photos venueId={venue.id} />,
  charte: CharterStep,
  apercu: PreviewStep,
};
/** Those whose own form ends by going on. */
const GOES_ON: readonly Step[] = ['qui', 'ou', 'quand', 'quoi', 'apercu'];

function Place({ venue }: { venue: VenueDetail }) {
  const { etape: step = venue.status === 'draft' ? 'qui' : 'apercu' } = route.useSearch();
  const Content = pages[step];
  const places = usePlacesCrumb();
  return (
    <article>
      <PageHeader
        title={venue.name}
        crumbs={[places]}
        over={<PlaceStatus status={venue.status} />}
        lead={text.stateOf[venue.status]}
      />
      <Gone venue={venue} />
      <div className="columns columns-start">
        <Steps venue={venue} current={step} />
        <section className="stack stack-6" aria-labelledby="step">
          <StepTitle step={step} />
          <Content venue={venue} />
          {!GOES_ON.includes(step) && (
            <div>
              <LinkButton
                to="/hote/lieux/$id"
                params={{ id: venue.id }}
                search={{ etape: nextStep(step) }}
                // The charter has its own first thing to do: to sign it.
                variant={step === 'charte' ? 'secondary' : 'primary'}
                icon={ArrowRight}
              >
                {place.next}
              </LinkButton>
            </div>
          )}
        </section>
      </div>
    </article>
  );
}

/** A step is another page for the reader: its title takes the focus, except on arrival. */
function StepTitle({ step }: { step: Step }) {
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) title.current?.focus();
    first.current = false;
  }, [step]);
  return (
    <h2 id="step" ref={title} tabIndex={-1}>
      {place.titles[step]}
    </h2>
  );
}

function Steps({ venue, current }: { venue: VenueDetail; current: Step }) {
  const at = STEPS.indexOf(current) + 1;
  return (
    <nav className="stack stack-2" aria-label={place.steps}>
      <Progress label={place.progress(at, STEPS.length, place.names[current])} value={at} max={STEPS.length} />
      <ol className="steps">
        {STEPS.map((step) => (
          <li key={step}>
            <Link
              to="/hote/lieux/$id"
              params={{ id: venue.id }}
              search={{ etape: step }}
              aria-current={step === current ? 'step' : undefined}
            >
              {place.names[step]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
