import { useWatch } from 'react-hook-form';
import { Checkbox, RadioGroup } from '../../ui/choice';
import { DateField } from '../../ui/date-field';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { optionsOf } from '../catalogue/labels';
import type { RepeatValues } from './repeat-values';
import { text } from './text';

export function SeriesFields() {
  const [isRepeated, ending] = useWatch<RepeatValues, ['isRepeated', 'ending']>({ name: ['isRepeated', 'ending'] });
  return (
    <section className="stack stack-6" aria-label={text.repeat}>
      <Field<boolean> name="isRepeated">{(f) => <Checkbox label={text.repeat} hint={text.repeatHint} {...f} />}</Field>
      {isRepeated && (
        <>
          <Field<number> name="repeat.every">{(f) => <NumberField label={text.every} minValue={1} maxValue={12} {...f} />}</Field>
          <Field name="ending">{(f) => <RadioGroup label={text.ending} options={optionsOf(text.endings)} {...f} />}</Field>
          {ending === 'times' ? (
            <Field<number> name="repeat.times">{(f) => <NumberField label={text.times} minValue={2} maxValue={26} {...f} />}</Field>
          ) : (
            <Field name="repeat.until" required={text.lastMissing}>
              {(f) => <DateField label={text.last} {...f} />}
            </Field>
          )}
        </>
      )}
    </section>
  );
}
