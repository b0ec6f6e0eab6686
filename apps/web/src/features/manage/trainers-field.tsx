import { useDeferredValue, useState } from 'react';
import type { SlotInput, TrainerCard } from '../../api/types';
import { CheckboxGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { named, themes } from '../catalogue/labels';
import { useTrainers } from './free';
import { text } from './session-text';

const shown = 8;

interface TrainersFieldProps {
  slots: SlotInput[];
  timeZone?: string;
  /** Those who know it come first. */
  theme?: string;
  chosen: TrainerCard[];
  onChoose: (trainers: TrainerCard[]) => void;
}

/** The trainers of the pool, the free ones first. Those already chosen stay in sight whatever is searched. */
export function TrainersField({ slots, timeZone, theme, chosen, onChoose }: TrainersFieldProps) {
  const [q, setQ] = useState('');
  const found = useTrainers(slots, { q: useDeferredValue(q.trim()) || undefined, timeZone });
  const rank = ({ free, specialities }: TrainerCard) => (free === false ? 2 : 0) + (theme && specialities.includes(theme) ? 0 : 1);
  const others = (found ?? [])
    .filter(({ id }) => !chosen.some((trainer) => trainer.id === id))
    .sort((a, b) => rank(a) - rank(b));
  const mine = chosen.map((trainer) => found?.find(({ id }) => id === trainer.id) ?? trainer);
  const listed = [...mine, ...others.slice(0, shown)];
  const busy = (ids: string[]) => {
    const names = listed.filter(({ id, free }) => ids.includes(id) && free === false).map((trainer) => trainer.displayName);
    return names.length > 0 ? text.trainersBusy(names) : undefined;
  };
  return (
    <section className="stack stack-6" aria-labelledby="trainers">
      <h2 id="trainers">{text.trainers}</h2>
      <SearchField label={text.trainerQuery} value={q} onChange={setQ} />
      {!found && <Skeleton />}
      {found && listed.length === 0 && <Notice title={text.noTrainer} />}
      <Field<string[]> name="trainerIds" required={text.trainersMissing} validate={busy}>
        {(f) => (
          <CheckboxGroup
            {...f}
            label={text.trainers}
            hint={others.length > shown && text.trainersShown(listed.length, mine.length + others.length)}
            options={listed.map(({ id, displayName, free, specialities }) => ({
              value: id,
              label: displayName,
              note: text.trainerNote(
                free,
                specialities.map((code) => named(themes, code)),
              ),
            }))}
            onChange={(ids) => {
              f.onChange(ids);
              onChoose(listed.filter(({ id }) => ids.includes(id)));
            }}
          />
        )}
      </Field>
    </section>
  );
}
