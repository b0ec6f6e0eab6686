import { useBlocker } from '@tanstack/react-router';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { Roll } from '../../api/types';
import { Button } from '../../ui/button';
import { useAct } from '../../ui/decision';
import { FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { text as kit } from '../../ui/text';
import { CloseRoll } from './close-roll';
import { callsOf, marksOf, type Calls } from './marks';
import { SlotCall } from './slot-call';
import { text } from './text';

export function RollForm({ roll }: { roll: Roll }) {
  const [edits, setEdits] = useState<Calls>({});
  const calls = { ...callsOf(roll), ...edits };
  const isChanged = Object.keys(edits).length > 0;
  const missing = roll.slots.filter(({ id }) => !calls[id]).length;
  const canMark = roll.actions.includes('mark');
  const params = { path: { id: roll.session.id } };
  // Only the half-days touched here are sent: another trainer may be calling the others.
  const save = async () => {
    if (isChanged) await body(api.PUT('/sessions/{id}/roll', { params, body: { marks: marksOf(edits, roll) } }));
  };
  const saving = useAct({ act: save, done: text.saved, after: () => setEdits({}) });
  useBlocker({
    shouldBlockFn: () => isChanged && canMark && !window.confirm(text.leave),
    enableBeforeUnload: isChanged && canMark,
  });

  return (
    <div className="stack stack-8">
      <div className="grid">
        {roll.slots.map((slot) => (
          <SlotCall
            key={slot.id}
            slot={slot}
            rows={roll.rows}
            present={calls[slot.id]}
            isReadOnly={!canMark}
            onChange={(present) => setEdits((before) => ({ ...before, [slot.id]: present }))}
          />
        ))}
      </div>
      {saving.error && (
        <Notice tone="error" title={kit.error}>
          {saving.error.message}
        </Notice>
      )}
      {canMark && (
        <div className="stack">
          <p role="status" className="soft">
            {isChanged ? text.unsaved : missing > 0 && text.missing(missing)}
          </p>
          <FormActions>
            <Button icon={Save} onPress={() => saving.mutate()} isPending={saving.isPending}>
              {text.save}
            </Button>
            {roll.actions.includes('close') && missing === 0 && <CloseRoll roll={roll} calls={calls} saveFirst={save} />}
          </FormActions>
        </div>
      )}
    </div>
  );
}
