import { useQuery } from '@tanstack/react-query';
import { api, body, ifMatch } from '../../api/client';
import type { HeldCompetencies } from '../../api/types';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { CompetenciesField, type CompetencyValue } from '../reference/competencies-field';
import { text } from './competencies-text';

interface Values {
  items: CompetencyValue[];
}
const read = () => body(api.GET('/me/trainer-competencies'));
const save = ({ items }: Values, { version }: HeldCompetencies) =>
  body(api.PUT('/me/trainer-competencies', { headers: ifMatch(version), body: { items: items.map(({ id, level }) => ({ id, level })) } }));

/** What a trainer can teach: those who build sessions find them by it. */
export function Competencies() {
  const query = useQuery({ queryKey: ['me', 'trainer-competencies'], queryFn: read });
  return (
    <section className="stack reading" aria-labelledby="competences">
      <h2 id="competences">{text.title}</h2>
      <p>{text.lead}</p>
      <Loaded query={query}>
        {(held) => (
          <EditForm<HeldCompetencies, Values> loaded={held} valuesOf={({ items }) => ({ items })} save={save} reload={read} label={text.save} done={text.saved} variant="secondary">
            <Field<CompetencyValue[]> name="items">{(f) => <CompetenciesField label={text.label} levelLabel={text.level} value={f.value} onChange={f.onChange} error={f.error} />}</Field>
          </EditForm>
        )}
      </Loaded>
    </section>
  );
}
