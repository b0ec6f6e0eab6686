import { api, body, ifMatch } from '../../api/client';
import type { SessionDetail } from '../../api/types';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { MovedBack, overBy } from './moved-back';
import { text } from './session-text';

interface Values {
  capacity: number;
  moved: string[];
  reason: string;
}

const capacityOf = ({ capacity }: SessionDetail): Values => ({ capacity, moved: [], reason: '' });

export function Capacity({ session }: { session: SessionDetail }) {
  const save = ({ capacity, moved, reason }: Values, base: SessionDetail) =>
    body(
      api.PATCH('/sessions/{id}', {
        params: { path: { id: session.id }, header: ifMatch(base.version) },
        body: overBy(session, capacity) ? { capacity, moved, reason } : { capacity },
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
      <MovedBack session={session} />
    </EditForm>
  );
}
