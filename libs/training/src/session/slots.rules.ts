import { instantOf, invalid, tstzrange } from '@app/platform';
import type { SlotInput } from './session.dto';
import { halfDayOf } from './session.rules';

/** The day it is at an instant, on a clock. */
export const dayAt = (at: Date, zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

export interface Slot {
  localDate: string;
  startsLocal: string;
  endsLocal: string;
  halfDay: 'am' | 'pm';
  from: Date;
  to: Date;
  period: string;
}

/**
 * Half-days on the clock of a place, as instants, in order. Refused with the field to correct: an hour that the clock
 * change skips, an end before its start, a slot in the past, two slots that overlap.
 */
export function slotsOf(inputs: readonly SlotInput[], zone: string, now: Date): Slot[] {
  const slots = inputs.map(({ date, start, end }, index): Slot & { index: number } => {
    const from = instantOf(date, start, zone);
    const to = instantOf(date, end, zone);
    if (!from) throw invalid(`/slots/${index}/start`, 'slot.skipped_hour', 'Cette heure n’existe pas ce jour-là : les horloges avancent.');
    if (!to) throw invalid(`/slots/${index}/end`, 'slot.skipped_hour', 'Cette heure n’existe pas ce jour-là : les horloges avancent.');
    if (start >= end || from >= to) throw invalid(`/slots/${index}/end`, 'slot.inverted', 'La fin vient après le début.');
    if (from <= now) throw invalid(`/slots/${index}/date`, 'slot.past', 'Ce créneau est déjà passé.');
    return { index, localDate: date, startsLocal: start, endsLocal: end, halfDay: halfDayOf(start), from, to, period: tstzrange(from, to) };
  });
  slots.sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const [i, slot] of slots.entries()) {
    const previous = slots[i - 1];
    if (previous && previous.to > slot.from) throw invalid(`/slots/${slot.index}`, 'slot.overlap', 'Ce créneau en chevauche un autre.');
  }
  return slots.map(({ index: _, ...slot }) => slot);
}
