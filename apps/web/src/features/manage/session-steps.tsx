import { CalendarCheck, CalendarX, DoorOpen } from 'lucide-react';
import { api, body, ifMatch } from '../../api/client';
import type { SessionDetail } from '../../api/types';
import { Decision } from '../../ui/decision';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { text } from './session-text';

/** What the organiser may do now, the next step first. */
export function SessionSteps({ session }: { session: SessionDetail }) {
  const { actions, capacity, seatsLeft, waitingCount, minSeats } = session;
  const params = { path: { id: session.id } };
  const taken = capacity - seatsLeft;
  // A session that may be cancelled may still be resized.
  const isLive = actions.includes('cancel');
  return (
    <section className="sheet stack" aria-labelledby="steps">
      <h2 id="steps">{text.steps}</h2>
      {!isLive && <p>{text.nothingToDo}</p>}
      {actions.includes('open') && (
        <Decision
          label={text.open}
          variant="primary"
          icon={DoorOpen}
          title={text.openTitle}
          act={() => body(api.POST('/sessions/{id}/open', { params }))}
          done={text.opened}
        >
          <p>{text.openEffect}</p>
          <p>{text.openNeeds}</p>
        </Decision>
      )}
      {actions.includes('confirm') && (
        <Decision
          label={text.confirm}
          variant="primary"
          icon={CalendarCheck}
          title={text.confirmTitle}
          act={() => body(api.POST('/sessions/{id}/confirm', { params }))}
          done={text.confirmed}
        >
          <p>{text.confirmEffect(taken, minSeats)}</p>
        </Decision>
      )}
      {isLive && (
        <>
          <Capacity session={session} />
          <Decision
            label={text.cancel}
            icon={CalendarX}
            title={text.cancelTitle}
            reason={{ label: text.reason, hint: text.reasonHint, missing: text.reasonMissing }}
            act={(reason) => body(api.POST('/sessions/{id}/cancel', { params, body: { reason } }))}
            done={text.cancelled}
            isDestructive
          >
            <p>{text.cancelEffect(taken + waitingCount)}</p>
            <p>{text.cancelFinal}</p>
          </Decision>
        </>
      )}
    </section>
  );
}

const capacityOf = ({ capacity }: SessionDetail) => ({ capacity });

function Capacity({ session }: { session: SessionDetail }) {
  const save = (values: { capacity: number }, base: SessionDetail) =>
    body(
      api.PATCH('/sessions/{id}', {
        params: { path: { id: session.id }, header: ifMatch(base.version) },
        body: values,
      }),
    );
  return (
    <EditForm
      loaded={session}
      valuesOf={capacityOf}
      save={save}
      reload={() => body(api.GET('/sessions/{code}', { params: { path: { code: session.code } } }))}
      label={text.resize}
      done={text.resized}
      variant="secondary"
    >
      <Field<number> name="capacity">
        {(f) => <NumberField label={text.capacity} hint={text.capacityHint} minValue={1} maxValue={500} {...f} />}
      </Field>
    </EditForm>
  );
}
