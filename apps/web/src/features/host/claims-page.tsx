import { useInfiniteQuery } from '@tanstack/react-query';
import { Building2, CircleCheck, Mail, MapPin, UserRound } from 'lucide-react';
import { api, body } from '../../api/client';
import type { Claim } from '../../api/types';
import { Decision } from '../../ui/decision';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { Meta } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { text } from './claim-text';
import { waitingClaimsQuery } from './queries';
import { text as host } from './text';

/** For administrators: who says that they hold which place. */
export function ClaimsPage() {
  const query = useInfiniteQuery(waitingClaimsQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <LoadedPages
        query={query}
        empty={
          <EmptyState icon={CircleCheck} title={text.noneTitle}>
            {text.none}
          </EmptyState>
        }
      >
        {(claims) => (
          <List label={text.waiting}>
            {claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} />
            ))}
          </List>
        )}
      </LoadedPages>
    </>
  );
}

function ClaimRow({ claim }: { claim: Claim }) {
  const { id, venue, organisation, askedBy, sentTo } = claim;
  const params = { path: { id } };
  return (
    <Row
      isWaiting
      title={<h2>{venue.name}</h2>}
      meta={
        <>
          <Meta icon={MapPin}>{host.where(venue.postalCode, venue.communeName)}</Meta>
          <Meta icon={UserRound}>{text.by(askedBy, organisation.name)}</Meta>
          <Meta icon={Building2}>{text.siret(organisation.siret)}</Meta>
          <Meta icon={Mail}>{text.asked(sentTo)}</Meta>
        </>
      }
      actions={
        <>
          <Decision
            label={text.approve}
            name={text.approveOf(venue.name)}
            title={text.approveTitle(organisation.name, venue.name)}
            act={() => body(api.POST('/claims/{id}/approve', { params }))}
            done={text.approved}
          >
            <p>{text.approveEffect}</p>
          </Decision>
          <Decision
            label={text.refuse}
            name={text.refuseOf(venue.name)}
            title={text.refuseTitle}
            reason={{ label: text.refuseReason, hint: text.refuseHint, missing: text.refuseMissing }}
            act={(reason) => body(api.POST('/claims/{id}/refuse', { params, body: { reason } }))}
            done={text.refused}
            isDestructive
          >
            <p>{text.refuseEffect}</p>
          </Decision>
        </>
      }
    />
  );
}
