import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, body, ifMatch, useIdempotencyKey } from '../../api/client';
import type { Room } from '../../api/types';
import { Button } from '../../ui/button';
import { changes } from '../../ui/changes';
import { Checkbox } from '../../ui/choice';
import { EditForm } from '../../ui/edit-form';
import { Field, Form, FormActions } from '../../ui/form';
import { linesOf } from '../../ui/lines';
import { NumberField } from '../../ui/number-field';
import { TextArea, TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';

const valuesOf = ({ equipment, name, capacity, wheelchairAccess, autoConfirm }: Room) => ({
  name,
  capacity,
  wheelchairAccess,
  autoConfirm,
  equipmentLines: equipment.join('\n'),
});

type Values = ReturnType<typeof valuesOf>;

const inputOf = ({ equipmentLines, ...values }: Values) => ({
  ...values,
  equipment: linesOf(equipmentLines),
});
const newRoom: Values = { name: '', capacity: 12, wheelchairAccess: false, autoConfirm: false, equipmentLines: '' };

export function AddRoom({ venueId, onDone }: { venueId: string; onDone: () => void }) {
  const form = useForm<Values>({ defaultValues: newRoom });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const add = async (values: Values) => {
    const params = { path: { id: venueId } };
    await body(api.POST('/venues/{id}/rooms', { params, headers, body: inputOf(values) }));
    onDone();
    await queries.invalidateQueries({ queryKey: ['venues'] });
    say(text.roomAdded);
  };
  return (
    <Form form={form} onSubmit={add}>
      <RoomFields />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.addRoom}
        </Button>
      </FormActions>
    </Form>
  );
}

interface EditRoomProps {
  room: Room;
  venueId: string;
  onDone: () => void;
}

export function EditRoom({ room, venueId, onDone }: EditRoomProps) {
  const save = async (values: Values, base: Room) => {
    const saved = await body(
      api.PATCH('/rooms/{id}', {
        params: { path: { id: room.id } },
        headers: ifMatch(base.version),
        body: changes(inputOf(values), inputOf(valuesOf(base))),
      }),
    );
    onDone();
    return saved;
  };
  const reload = async () => {
    const { rooms } = await body(api.GET('/venues/{idOrSlug}', { params: { path: { idOrSlug: venueId } } }));
    return rooms.find(({ id }) => id === room.id) ?? room;
  };
  return (
    <EditForm
      loaded={room}
      valuesOf={valuesOf}
      save={save}
      reload={reload}
      label={text.saveRoom}
      done={text.roomSaved}
    >
      <RoomFields />
    </EditForm>
  );
}

function RoomFields() {
  return (
    <>
      <Field name="name" required={text.roomNameMissing}>
        {(f) => <TextField label={text.roomName} maxLength={100} {...f} />}
      </Field>
      <Field<number> name="capacity">
        {(f) => <NumberField label={text.capacity} hint={text.capacityHint} minValue={1} {...f} />}
      </Field>
      <Field<boolean> name="wheelchairAccess">{(f) => <Checkbox label={text.wheelchair} {...f} />}</Field>
      <Field<boolean> name="autoConfirm">
        {(f) => <Checkbox label={text.autoConfirm} hint={text.autoConfirmHint} {...f} />}
      </Field>
      <Field name="equipmentLines">
        {(f) => <TextArea label={text.equipment} hint={text.equipmentHint} rows={3} {...f} />}
      </Field>
    </>
  );
}
