import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { SessionDetail } from '../../api/types';
import { CheckboxGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { sessionRequestsQuery } from './queries';
import { text } from './session-text';

/** How many people a capacity leaves without a seat. */
export const overBy = ({ capacity, seatsLeft }: SessionDetail, asked: number): number => Math.max(capacity - seatsLeft - asked, 0);

/** Who goes back to the head of the waiting list when there are fewer seats than people: nobody is dropped without being named. */
export function MovedBack({ session }: { session: SessionDetail }) {
  const asked = useWatch({ name: 'capacity' }) as number;
  const { capacity, seatsLeft } = session;
  const over = overBy(session, asked);
  const query = useQuery({ ...sessionRequestsQuery(session.id), enabled: over > 0 });
  if (!over) return null;
  return (
    <Loaded query={query}>
      {(requests) => {
        const movable = requests.filter(({ status }) => status === 'admitted' || status === 'offered');
        if (movable.length < over) return <Notice tone="warning" title={text.convokedStay(capacity - seatsLeft - movable.length)}>{text.convokedRelease}</Notice>;
        return (
          <>
            <Field<string[]> name="moved" validate={(moved) => (moved.length === over ? undefined : text.movedMissing(over))}>
              {(f) => (
                <CheckboxGroup
                  {...f}
                  label={text.moved(over)}
                  hint={text.movedHint(over)}
                  options={movable.map(({ id, agent, employer }) => ({ value: id, label: agent.displayName, note: employer.name }))}
                />
              )}
            </Field>
            <Field name="reason" required={text.movedReasonMissing}>
              {(f) => <TextArea label={text.movedReason} hint={text.movedReasonHint} rows={2} maxLength={500} {...f} />}
            </Field>
          </>
        );
      }}
    </Loaded>
  );
}
