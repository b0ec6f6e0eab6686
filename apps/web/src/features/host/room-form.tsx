import { useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, ifMatch, useIdempotencyKey } from '../../api/client';
import type { Room } from '../../api/types';
import { Button } from '../../ui/button';
import { changes } from '../../ui/changes';
import { Checkbox, CheckboxGroup } from '../../ui/choice';
import { EditForm } from '../../ui/edit-form';
import { Field, Form, FormActions } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { accommodationLabels, connectionLabels } from '../venues/room-labels';
import { EquipmentFields } from './equipment-fields';
import { text } from './room-text';
import { inputOf, newRoom, valuesOf, type RoomValues } from './room-values';
import { WindowFields } from './window-fields';

export function AddRoom({ venueId, onDone }: { venueId: string; onDone: () => void }) {
  const form = useForm<RoomValues>({ defaultValues: newRoom });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const add = async (values: RoomValues) => {
    const params = { path: { id: venueId } };
    await body(api.POST('/venues/{id}/rooms', { params, headers, body: inputOf(values) }));
    onDone();
    await queries.invalidateQueries({ queryKey: ['venues'] });
    say(text.added);
  };
  return (
    <Form form={form} onSubmit={add}>
      <RoomFields />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.add}
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
  const save = async (values: RoomValues, base: Room) => {
    const saved = await body(
      api.PATCH('/rooms/{id}', {
        params: { path: { id: room.id }, header: ifMatch(base.version) },
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
      label={text.save}
      done={text.saved}
    >
      <RoomFields />
    </EditForm>
  );
}

const accommodations = optionsOf(accommodationLabels);
const connections = [{ value: '', label: text.unknownConnection }, ...optionsOf(connectionLabels)];

function RoomFields() {
  return (
    <>
      <Field name="name" required={text.nameMissing}>
        {(f) => <TextField label={text.name} maxLength={100} {...f} />}
      </Field>
      <Field<number> name="capacity">
        {(f) => <NumberField label={text.capacity} hint={text.capacityHint} minValue={1} {...f} />}
      </Field>
      <Field<boolean> name="wheelchairAccess">{(f) => <Checkbox label={text.wheelchair} {...f} />}</Field>
      <Field<string[]> name="accommodations">
        {(f) => <CheckboxGroup label={text.accommodations} options={accommodations} {...f} />}
      </Field>
      <Connection />
      <fieldset className="stack">
        <legend className="label">{text.equipment}</legend>
        <p className="hint">{text.equipmentHint}</p>
        <EquipmentFields name="equipment" />
      </fieldset>
      <Confirmation />
    </>
  );
}

function Connection() {
  const kind = useWatch<RoomValues, 'connectionKind'>({ name: 'connectionKind' });
  return (
    <>
      <Field name="connectionKind">
        {(f) => <Select label={text.connection} options={connections} {...f} />}
      </Field>
      {kind && kind !== 'aucune' && (
        <Field<number> name="connectionMbps">
          {(f) => (
            <NumberField label={text.mbps} hint={text.mbpsHint} minValue={1} maxValue={100_000} {...f} />
          )}
        </Field>
      )}
    </>
  );
}

function Confirmation() {
  const isAutomatic = useWatch<RoomValues, 'autoConfirm'>({ name: 'autoConfirm' });
  return (
    <>
      <Field<boolean> name="autoConfirm">
        {(f) => <Checkbox label={text.autoConfirm} hint={text.autoConfirmHint} {...f} />}
      </Field>
      {isAutomatic && <WindowFields />}
    </>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
