import type { HeldCompetencies } from '../../api/types';
import type { ButtonVariant } from '../../ui/button';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { CompetenciesField, type CompetencyValue } from '../reference/competencies-field';

interface Values {
  items: CompetencyValue[];
}
type Told = Pick<CompetencyValue, 'id' | 'level'>[];

interface CompetenciesFormProps {
  held: HeldCompetencies;
  read: () => Promise<HeldCompetencies>;
  save: (items: Told, version: number) => Promise<HeldCompetencies>;
  variant?: ButtonVariant;
  words: { label: string; level: string; save: string; saved: string };
}

/** What a trainer can teach, said by them or by those who manage the pool. */
export function CompetenciesForm({ held, read, save, variant, words }: CompetenciesFormProps) {
  const replace = ({ items }: Values, { version }: HeldCompetencies) => save(items.map(({ id, level }) => ({ id, level })), version);
  return (
    <EditForm<HeldCompetencies, Values> loaded={held} valuesOf={({ items }) => ({ items })} save={replace} reload={read} label={words.save} done={words.saved} variant={variant}>
      <Field<CompetencyValue[]> name="items">{(f) => <CompetenciesField label={words.label} levelLabel={words.level} value={f.value} onChange={f.onChange} error={f.error} />}</Field>
    </EditForm>
  );
}
