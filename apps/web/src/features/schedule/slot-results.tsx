import { CalendarX, MapPin, Users } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CommonSlot, CommonSlots } from '../../api/types';
import { Button } from '../../ui/button';
import { EmptyState, List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { ChooseSlot, type ChosenSlot } from './choose-slot';
import { text } from './text';
import { whenOf } from './when-of';

interface SlotResultsProps {
  found: CommonSlots;
  /** How many trainers were asked together. */
  together: number;
  onTake: (slot: ChosenSlot) => Promise<void>;
  onMore?: () => void;
}

export function SlotResults({ found, together, onTake, onMore }: SlotResultsProps) {
  const { slots, total, obstacles } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was asked for comes below: the reader is taken there.
  useEffect(() => heading.current?.focus(), [found]);
  const details = obstacles.map(({ detail }) => detail);
  return (
    <div className="stack stack-6">
      <h3 ref={heading} tabIndex={-1}>
        {text.results}
      </h3>
      {total === 0 ? (
        <EmptyState icon={CalendarX} title={text.noneTitle}>
          {details.length > 0 && text.obstacles(details)} {text.none}
        </EmptyState>
      ) : (
        <>
          <p role="status">
            {text.found(total, slots.length)} {details.length > 0 && text.leftOut(details)}
          </p>
          <List label={text.results}>
            {slots.map((slot) => (
              <Slot key={whenOf(slot)} slot={slot} found={found} together={together} onTake={onTake} />
            ))}
          </List>
          {onMore && total > slots.length && (
            <div>
              <Button variant="secondary" onPress={onMore}>
                {text.more}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Slot({ slot, found, together, onTake }: { slot: CommonSlot } & Omit<SlotResultsProps, 'onMore'>) {
  const [isOpen, setOpen] = useState(false);
  const [nearest] = slot.places;
  const venue = found.venues.find(({ id }) => id === nearest!.venueId)!;
  const people = new Set(slot.places.flatMap(({ trainers }) => trainers.map(({ trainerId }) => trainerId))).size;
  return (
    <Row
      title={<h4 className="sentence">{whenOf(slot)}</h4>}
      meta={
        <>
          <Meta icon={MapPin}>{slot.places.length + slot.morePlaces > 1 ? text.places(slot.places.length + slot.morePlaces) : text.nearest(venue.name, venue.km)}</Meta>
          <Meta icon={Users}>{text.people(people)}</Meta>
        </>
      }
      actions={
        <>
          <Button variant="secondary" aria-label={text.chooseOf(whenOf(slot))} onPress={() => setOpen(true)}>
            {text.choose}
          </Button>
          <ChooseSlot slot={slot} found={found} together={together} isOpen={isOpen} onClose={() => setOpen(false)} onTake={onTake} />
        </>
      }
    />
  );
}
