import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useMe } from '../../app/me';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { CharterSigner, CharterVersion } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { localDate } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './charter-text';

export function CharterBody({ version }: { version: CharterVersion }) {
  return (
    <div className="stack reading">
      <p>{version.preamble}</p>
      <p className="label">{text.commitments}</p>
      <ol>
        {version.commitments.map((commitment) => (
          <li key={commitment}>{commitment}</li>
        ))}
      </ol>
      <p className="label">{text.clause}</p>
      <p>{version.hostingClause}</p>
      {version.validTo && <p>{text.validity(localDate(version.validFrom), localDate(version.validTo))}</p>}
      <p className="soft small">{text.source(version.source)}</p>
    </div>
  );
}

export function SignCharter({ signer, version }: { signer: CharterSigner; version: CharterVersion }) {
  const me = useMe();
  const queries = useQueryClient();
  const headers = useIdempotencyKey();
  const form = useForm({
    defaultValues: { signatoryName: me?.displayName ?? '', signatoryFunction: '', hostsCnfptSessions: true },
  });
  const sign = async (values: { signatoryName: string; signatoryFunction: string; hostsCnfptSessions: boolean }) => {
    await body(
      api.POST('/charter/adhesions', {
        params: {},
        headers,
        body: { ...values, organisationId: signer.organisationId, versionCode: version.code },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['charter'] });
    say(text.signed);
  };
  return (
    <Form form={form} onSubmit={sign}>
      <p>{text.places(signer.places)}</p>
      <details>
        <summary>{text.read}</summary>
        <CharterBody version={version} />
      </details>
      <Field name="signatoryName" required={text.required}>
        {(f) => <TextField label={text.name} maxLength={100} {...f} />}
      </Field>
      <Field name="signatoryFunction" required={text.required}>
        {(f) => <TextField label={text.function} hint={text.functionHint} maxLength={100} {...f} />}
      </Field>
      <Field<boolean> name="hostsCnfptSessions">
        {(f) => <Checkbox label={text.hosts} hint={text.hostsHint} {...f} />}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.sign}
        </Button>
      </FormActions>
    </Form>
  );
}
