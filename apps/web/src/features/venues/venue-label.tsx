import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { localDate } from '../../ui/dates';
import { Meta } from '../../ui/meta';
import { venueCharterQuery } from './queries';
import { text } from './text';

/** The NetPublic label of a place, who signed for it, and whether it welcomes sessions of the CNFPT. */
export function VenueLabel({ venueId }: { venueId: string }) {
  const charter = useQuery(venueCharterQuery(venueId)).data;
  if (!charter?.label) return null;
  const { label, hosting } = charter;
  return (
    <section className="stack stack-2 reading" aria-labelledby="label">
      <h2 id="label">{text.labelTitle}</h2>
      <p>
        <Meta icon={BadgeCheck}>{text.charterLabel(label.organisationName, localDate(label.since))}</Meta>
      </p>
      {hosting && <p>{text.hosting}</p>}
      {hosting?.conditions && <p className="lines">{text.hostingConditions(hosting.conditions)}</p>}
    </section>
  );
}
