import { useState } from 'react';
import type { TrainerCard } from '../../api/types';
import { RadioGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { text } from './session-text';
import { trainerOption, useTrainerChoice, type TrainerChoice } from './use-trainer-choice';

/** Who comes in the stead of a trainer: one person. */
export function SubstituteField(choice: TrainerChoice) {
  const [chosen, setChosen] = useState<TrainerCard[]>([]);
  const { q, setQ, isLoading, listed, hint, busy } = useTrainerChoice(choice, chosen);
  return (
    <>
      <SearchField label={text.trainerQuery} value={q} onChange={setQ} />
      {isLoading && <Skeleton />}
      {!isLoading && listed.length === 0 && <Notice title={text.noTrainer} />}
      <Field name="toId" required={text.substituteMissing} validate={(id: string) => busy([id])}>
        {(f) => (
          <RadioGroup
            {...f}
            label={text.substitute}
            hint={hint}
            options={listed.map(trainerOption)}
            onChange={(id) => {
              f.onChange(id);
              setChosen(listed.filter((trainer) => trainer.id === id));
            }}
          />
        )}
      </Field>
    </>
  );
}
