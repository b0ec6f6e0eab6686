import { Link } from '@tanstack/react-router';
import { hasRole, useMe } from '../../app/me';
import type { VenueDetail } from '../../api/types';
import { localDate } from '../../ui/dates';
import { text } from './text';

/** Who collected what is said of the place, when, and how to say that it is wrong. */
export function Sources({ venue }: { venue: VenueDetail }) {
  const [email] = venue.emails;
  const me = useMe();
  const subject = encodeURIComponent(text.errorSubject(venue.name));
  const body = encodeURIComponent(text.errorBody(`${location.origin}/lieux/${venue.slug}`));
  return (
    <section className="stack stack-2 reading small soft">
      <h2 className="small">{text.sourcesTitle}</h2>
      <p>
        {text.collectedBy(venue.collectedBy ?? venue.operator?.name ?? 'Relais')} {venue.updatedOn && text.updated(localDate(venue.updatedOn))} {text.licence}{' '}
        <Link to="/donnees-ouvertes">{text.openData}</Link>
      </p>
      {email ? (
        <p>
          <a href={`mailto:${email}?subject=${subject}&body=${body}`}>{text.reportError}</a>
        </p>
      ) : (
        <p>{text.reportElsewhere}</p>
      )}
      {!venue.operator && (!me || hasRole(me, 'venue_host')) && (
        <p>
          <Link to="/hote/lieux" search={{ q: [venue.name, venue.communeName].filter(Boolean).join(' ') }} hash="add-place">
            {text.hold}
          </Link>
        </p>
      )}
    </section>
  );
}
