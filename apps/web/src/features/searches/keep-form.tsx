import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { SavedSearch, SearchFilters } from '../../api/types';
import { Button } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { text as kit } from '../../ui/text';
import { say } from '../../ui/toasts';
import { savedSearchesQuery } from './queries';
import { SearchFields } from './search-fields';
import { text } from './text';

interface KeepFormProps {
  filters: SearchFilters;
  name: string;
  onKept: () => void;
  onClose: () => void;
}

export function KeepForm({ filters, name, onKept, onClose }: KeepFormProps) {
  const form = useForm<Pick<SavedSearch, 'name' | 'rhythm'>>({ defaultValues: { name, rhythm: 'daily' } });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const save = async (values: Pick<SavedSearch, 'name' | 'rhythm'>) => {
    const saved = await body(api.POST('/saved-searches', { headers, body: { ...values, filters } }));
    queries.setQueryData(savedSearchesQuery.queryKey, (known) => [saved, ...(known ?? []).filter(({ id }) => id !== saved.id)]);
    say(
      <>
        {text.saved} <Link to="/mes-recherches">{text.seeAll}</Link>
      </>,
    );
    onKept();
  };
  return (
    <Form form={form} onSubmit={save} refusal={text.notSaved}>
      <p>{text.keepLead}</p>
      <SearchFields />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {kit.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
