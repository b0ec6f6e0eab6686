import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Award, Download } from 'lucide-react';
import type { Attestation } from '../../api/types';
import { AnchorButton, LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { LoadedPages } from '../../ui/loaded-pages';
import { PageHeader } from '../../ui/page-header';
import { text as catalogue } from '../catalogue/text';
import { myAttestationsQuery } from './queries';
import { text } from './text';

export function AttestationsPage() {
  const query = useInfiniteQuery(myAttestationsQuery);
  return (
    <>
      <PageHeader title={text.attestations} lead={text.attestationsLead} />
      <LoadedPages
        query={query}
        empty={
          <EmptyState
            icon={Award}
            title={text.noAttestationsTitle}
            actions={
              <LinkButton to="/mes-demandes" variant="secondary">
                {text.seeRequests}
              </LinkButton>
            }
          >
            {text.noAttestations}
          </EmptyState>
        }
      >
        {(attestations) => (
          <List label={text.attestations}>
            {attestations.map((attestation) => (
              <AttestationRow key={attestation.id} attestation={attestation} />
            ))}
          </List>
        )}
      </LoadedPages>
    </>
  );
}

function AttestationRow({ attestation }: { attestation: Attestation }) {
  return (
    <Row
      title={<h2>{attestation.courseTitle}</h2>}
      meta={
        <>
          <span className="sentence inline">{dateRange(attestation.startsAt, attestation.endsAt, attestation.timeZone)}</span>
          <span>{catalogue.hours(attestation.hours)}</span>
          <span className="code">{text.code(attestation.code)}</span>
          <Link to="/verifier/$code" params={{ code: attestation.code }}>
            {text.verify}
          </Link>
        </>
      }
      actions={
        <AnchorButton
          variant="secondary"
          icon={Download}
          href={`/api/v1/attestations/${attestation.id}/pdf`}
          aria-label={text.downloadOf(attestation.courseTitle)}
          download
        >
          {text.download}
        </AnchorButton>
      }
    />
  );
}
