import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { meQuery } from '../../app/me';
import { queryClient } from '../../app/query-client';
import { api, body, ifMatch } from '../../api/client';
import type { AgentProfile } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { ComboBox } from '../../ui/combo-box';
import { Field, Form, FormActions } from '../../ui/form';
import { say } from '../../ui/toasts';
import { CommuneField } from '../reference/commune-field';
import { MetierField } from '../reference/metier-field';
import { cadresEmploisQuery } from '../reference/queries';
import { text } from './profile-text';

interface Values {
  metierCode: string;
  cadreEmploisId: string;
  communeCode: string;
  isMediateur: boolean;
}

export function ProfileForm({ profile }: { profile: AgentProfile }) {
  const cadres = useQuery(cadresEmploisQuery);
  const form = useForm<Values>({
    defaultValues: {
      metierCode: profile.metierCode ?? '',
      cadreEmploisId: profile.cadreEmploisId ?? '',
      communeCode: profile.communeCode ?? '',
      isMediateur: profile.isMediateur,
    },
  });

  const save = async (values: Values) => {
    const saved = await body(
      api.PATCH('/me/profile', {
        params: { header: ifMatch(profile.version) },
        body: {
          metierCode: values.metierCode || null,
          cadreEmploisId: values.cadreEmploisId || null,
          communeCode: values.communeCode || null,
          isMediateur: values.isMediateur,
        },
      }),
    );
    queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, profile: saved });
    say(text.saved);
  };

  return (
    <Form form={form} onSubmit={save}>
      <Field name="metierCode">
        {(f) => (
          <MetierField label={text.metier} hint={text.metierHint} initialLabel={profile.metierLabel ?? ''} {...f} />
        )}
      </Field>
      <Field name="cadreEmploisId">
        {(f) => (
          <ComboBox
            key={cadres.data ? 'ready' : 'loading'}
            label={text.cadre}
            hint={text.cadreHint}
            options={(cadres.data?.items ?? []).map(({ id, name, category }) => ({
              value: id,
              label: text.cadreOf(name, category),
            }))}
            {...f}
          />
        )}
      </Field>
      <Field name="communeCode">
        {(f) => <CommuneField label={text.commune} {...f} />}
      </Field>
      <Field<boolean> name="isMediateur">{(f) => <Checkbox label={text.mediateur} {...f} />}</Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
      </FormActions>
    </Form>
  );
}
