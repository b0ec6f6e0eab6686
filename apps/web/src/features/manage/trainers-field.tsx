import type { TrainerCard } from '../../api/types';
import { CheckboxGroup } from '../../ui/choice';
import { Field } from '../../ui/form';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { text } from './session-text';
import { trainerOption, useTrainerChoice, type TrainerChoice } from './use-trainer-choice';

interface TrainersFieldProps extends TrainerChoice {
  chosen: TrainerCard[];
  onChoose: (trainers: TrainerCard[]) => void;
}

/** Who gives a session: one trainer or several. */
export function TrainersField({ chosen, onChoose, ...choice }: TrainersFieldProps) {
  const { q, setQ, isLoading, listed, hint, busy } = useTrainerChoice(choice, chosen);
  return (
    <section className="stack stack-6" aria-labelledby="trainers">
      <h2 id="trainers">{text.trainers}</h2>
      <SearchField label={text.trainerQuery} value={q} onChange={setQ} />
      {isLoading && <Skeleton />}
      {!isLoading && listed.length === 0 && <Notice title={text.noTrainer} />}
      <Field<string[]> name="trainerIds" required={text.trainersMissing} validate={busy}>
        {(f) => (
          <CheckboxGroup
            {...f}
            label={text.trainersChosen}
            hint={hint}
            options={listed.map(trainerOption)}
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
