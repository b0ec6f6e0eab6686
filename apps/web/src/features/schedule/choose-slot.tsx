import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { CommonSlot, CommonSlots, SlotInput } from '../../api/types';
import { Button } from '../../ui/button';
import { CheckboxGroup, RadioGroup } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { text } from './text';
import { whenOf } from './when-of';

export interface ChosenSlot {
  slots: SlotInput[];
  roomId: string;
  trainerIds: string[];
  /** How many of each thing, by its id. */
  asks: Record<string, number>;
}

interface ChooseSlotProps {
  slot: CommonSlot;
  found: CommonSlots;
  /** How many trainers were asked together. */
  together: number;
  isOpen: boolean;
  onClose: () => void;
  onTake: (slot: ChosenSlot) => Promise<void>;
}

/** Where and with whom, of all that is free at that time: the nearest room first, who has the least to do. */
export function ChooseSlot({ isOpen, onClose, ...rest }: ChooseSlotProps) {
  return (
    <Dialog title={text.chooseTitle} isOpen={isOpen} onClose={onClose}>
      {/* It is not the form of the session, in which it stands. */}
      <div onSubmit={(event) => event.stopPropagation()}>
        <ChooseSlotForm {...rest} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function ChooseSlotForm({ slot, found, together, onClose, onTake }: Omit<ChooseSlotProps, 'isOpen'>) {
  const [nearest] = slot.places;
  const form = useForm({ defaultValues: { roomId: nearest!.rooms[0]!.roomId, trainerIds: [] as string[] } });
  const roomId = useWatch({ control: form.control, name: 'roomId' });
  const place = slot.places.find(({ rooms }) => rooms.some((room) => room.roomId === roomId))!;
  // Who is free in one place may be too far from another.
  useEffect(() => {
    const here = place.trainers.map(({ trainerId }) => trainerId);
    const kept = form.getValues('trainerIds').filter((id) => here.includes(id));
    form.setValue('trainerIds', kept.length > 0 ? kept : here.slice(0, together));
  }, [form, place, together]);
  const take = async (values: { roomId: string; trainerIds: string[] }) => {
    const room = place.rooms.find((one) => one.roomId === values.roomId)!;
    onClose();
    await onTake({
      slots: slot.halfDays,
      roomId: values.roomId,
      trainerIds: values.trainerIds,
      asks: Object.fromEntries(room.equipment.map(({ equipmentId, quantity }) => [equipmentId, quantity])),
    });
  };
  return (
    <Form form={form} onSubmit={take}>
      <p className="sentence">{whenOf(slot)}</p>
      <Field name="roomId" required={text.roomMissing}>
        {(f) => <RadioGroup label={text.room} options={roomsOf(slot, found)} {...f} />}
      </Field>
      <Field<string[]> name="trainerIds" required={text.trainersMissing}>
        {(f) => (
          <CheckboxGroup
            label={text.trainersFree}
            hint={place.moreTrainers > 0 && text.moreTrainers(place.moreTrainers)}
            options={place.trainers.map(({ trainerId, comesFrom, km }) => ({
              value: trainerId,
              label: found.trainers.find(({ id }) => id === trainerId)!.displayName,
              note: text.comesFrom(comesFrom, km),
            }))}
            {...f}
          />
        )}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.take}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {text.leave}
        </Button>
      </FormActions>
    </Form>
  );
}

const roomsOf = ({ places }: CommonSlot, { venues, rooms }: CommonSlots) =>
  places.flatMap((place) => {
    const venue = venues.find(({ id }) => id === place.venueId)!;
    return place.rooms.map(({ roomId }) => {
      const { name, capacity } = rooms.find(({ id }) => id === roomId)!;
      return { value: roomId, label: text.roomOf(name, venue.name), note: text.roomNote(venue.communeName, capacity, venue.km) };
    });
  });
