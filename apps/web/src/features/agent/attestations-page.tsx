import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Award, Download } from 'lucide-react';
import { AnchorButton, LinkButton } from '../../ui/button';
import { dateRange } from '../../ui/dates';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { text as catalogue } from '../catalogue/text';
import { myAttestationsQuery } from './queries';
import { text } from './text';

export function AttestationsPage() {
  const query = useQuery(myAttestationsQuery);
  return (
    <>
      <PageHeader title={text.attestations} lead={text.attestationsLead} />
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
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
          ) : (
            <List label={text.attestations}>
              {items.map((attestation) => (
                <Row
                  key={attestation.id}
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
              ))}
            </List>
          )
        }
      </Loaded>
    </>
  );
}
