import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, body } from '../../api/client';
import type { Verification } from '../../api/types';
import { LinkButton } from '../../ui/button';
import { date, dateRange } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { text as catalogue } from '../catalogue/text';
import { verify } from './text';

const route = getRouteApi('/verifier/$code');

const verificationQuery = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: () => body(api.GET('/attestations/verify/{code}', { params: { path: { code } } })),
  });

const unknown = (
  <Notice tone="error" title={verify.invalidTitle}>
    {verify.invalid}
  </Notice>
);

export function VerifiedPage() {
  const { code } = route.useParams();
  const query = useQuery(verificationQuery(code));
  return (
    <>
      <PageHeader title={verify.title} lead={<span className="code">{code}</span>} />
      <div className="stack stack-8 reading">
        <Loaded query={query} missing={unknown}>
          {(answer) => (answer.valid ? <Valid attestation={answer} /> : unknown)}
        </Loaded>
        <div>
          <LinkButton to="/verifier" variant="secondary">
            {verify.again}
          </LinkButton>
        </div>
      </div>
    </>
  );
}

function Valid({ attestation }: { attestation: Verification }) {
  return (
    <>
      <div role="status">
        <Notice tone="success" title={verify.validTitle} />
      </div>
      <Facts
        items={[
          [verify.holder, attestation.agentName],
          [verify.course, attestation.courseTitle],
          [verify.session, <span className="code">{attestation.sessionCode}</span>],
          [verify.dates, dateRange(attestation.startsAt, attestation.endsAt, attestation.timeZone)],
          [verify.hours, catalogue.hours(attestation.hours)],
          [verify.issued, date(attestation.issuedAt)],
        ]}
      />
    </>
  );
}
