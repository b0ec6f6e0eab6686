import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import type { Claim } from '../../api/types';
import { shortDate } from '../../ui/dates';
import { List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Status, type StatusTone } from '../../ui/status';
import { text } from './claim-text';
import { myClaimsQuery } from './queries';
import { text as host } from './text';

const tones: Record<string, StatusTone> = { asked: 'waiting', granted: 'good' };

/** What was asked and is not held yet: once granted, the place is in the list of one's own. */
export function MyClaims() {
  const claims = useQuery(myClaimsQuery).data?.items.filter(({ status }) => status !== 'granted') ?? [];
  if (claims.length === 0) return null;
  return (
    <section className="stack stack-6" aria-labelledby="claims">
      <h2 id="claims">{text.mine}</h2>
      <List label={text.mine}>
        {claims.map((claim) => (
          <Row
            key={claim.id}
            title={<h3>{claim.venue.name}</h3>}
            meta={<Meta icon={MapPin}>{host.where(claim.venue.postalCode, claim.venue.communeName)}</Meta>}
            status={<Status tone={tones[claim.status] ?? 'neutral'}>{text.statuses[claim.status] ?? claim.status}</Status>}
          >
            <p>{next(claim)}</p>
          </Row>
        ))}
      </List>
    </section>
  );
}

function next({ status, sentTo, deadline, reason }: Claim): string {
  if (status === 'asked') return sentTo ? text.sentTo(sentTo, shortDate(deadline)) : text.toDecide(shortDate(deadline));
  if (status === 'lapsed') return text.lapsed;
  return reason ? text.reason(reason) : '';
}
