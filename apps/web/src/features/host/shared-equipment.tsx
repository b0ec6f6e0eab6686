import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { VenueDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { say } from '../../ui/toasts';
import { EquipmentFields } from './equipment-fields';
import { text } from './room-text';
import type { Thing } from './room-values';

/** What goes from room to room. */
export function SharedEquipment({ venue: { id, equipment } }: { venue: VenueDetail }) {
  const form = useForm<{ items: Thing[] }>({ defaultValues: { items: equipment } });
  const queries = useQueryClient();
  const save = async (values: { items: Thing[] }) => {
    form.reset(await body(api.PUT('/venues/{id}/equipment', { params: { path: { id } }, body: values })));
    await queries.invalidateQueries({ queryKey: ['venues'] });
    say(text.sharedSaved);
  };
  return (
    <section className="stack" aria-labelledby="shared-equipment">
      <h3 id="shared-equipment">{text.shared}</h3>
      <p className="reading">{text.sharedLead}</p>
      <Form form={form} onSubmit={save}>
        <EquipmentFields name="items" />
        <FormActions>
          <Button type="submit" variant="secondary" isPending={form.formState.isSubmitting}>
            {text.saveShared}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}
