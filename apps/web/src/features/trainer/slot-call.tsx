import { CheckCheck } from 'lucide-react';
import type { RollRow, Slot } from '../../api/types';
import { Button } from '../../ui/button';
import { CheckboxGroup } from '../../ui/choice';
import { clock, localDate } from '../../ui/dates';
import { Status } from '../../ui/status';
import { text } from './text';

interface SlotCallProps {
  slot: Slot;
  rows: RollRow[];
  /** Nothing as long as this half-day has not been called. */
  present?: string[];
  isReadOnly: boolean;
  onChange: (present: string[]) => void;
}

/** One half-day: everyone who has a seat, and a box for each. */
export function SlotCall({ slot, rows, present, isReadOnly, onChange }: SlotCallProps) {
  const name = text.slot(localDate(slot.date), text.halfDays[slot.halfDay], clock(slot.start), clock(slot.end));
  return (
    <div className="sheet stack">
      <CheckboxGroup
        label={name}
        hint={
          present ? (
            text.present(present.length, rows.length)
          ) : (
            <Status tone={isReadOnly ? 'neutral' : 'waiting'}>{isReadOnly ? text.notCalled : text.toDo}</Status>
          )
        }
        options={rows.map((row) => ({
          value: row.enrolmentId,
          label: row.agentName,
          note: <span className="inline">{row.employerName}</span>,
        }))}
        value={present ?? []}
        onChange={onChange}
        isDisabled={isReadOnly}
      />
      {!isReadOnly && (
        <Button
          variant="secondary"
          icon={CheckCheck}
          aria-label={text.everybodyOf(name)}
          onPress={() => onChange(rows.map(({ enrolmentId }) => enrolmentId))}
        >
          {text.everybody}
        </Button>
      )}
    </div>
  );
}
