import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { VenueCharter, VenueDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { localDate } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { venueCharterQuery } from '../venues/queries';
import { SignCharter } from './charter';
import { text } from './charter-text';
import { charterQuery, signersQuery } from './queries';

export function CharterStep({ venue }: { venue: VenueDetail }) {
  const query = useQuery(venueCharterQuery(venue.id));
  return (
    <Loaded query={query}>
      {({ label, hosting }) =>
        label ? (
          <div className="stack stack-8">
            <Notice tone="success" title={text.labelTitle} actions={<Link to="/hote/charte">{text.all}</Link>}>
              {text.label(label.organisationName, localDate(label.since))}
            </Notice>
            <Hosting key={hosting?.acceptedAt} venueId={venue.id} hosting={hosting} />
          </div>
        ) : (
          <div className="stack stack-8">
            <Notice title={text.noLabelTitle}>{text.noLabel}</Notice>
            <Signing organisationId={venue.operator?.id} />
          </div>
        )
      }
    </Loaded>
  );
}

function Signing({ organisationId }: { organisationId: string | undefined }) {
  const versions = useQuery(charterQuery);
  const signers = useQuery(signersQuery);
  const signer = signers.data?.items.find((one) => one.organisationId === organisationId);
  return (
    <Loaded query={versions}>
      {({ items, current }) => {
        const version = items.find(({ code }) => code === current);
        if (!version || signers.isPending) return null;
        if (!signer) return <p>{text.elsewhere}</p>;
        return (
          <section className="stack" aria-labelledby="sign">
            <h3 id="sign">{text.signTitle(signer.organisationName)}</h3>
            <SignCharter signer={signer} version={version} />
          </section>
        );
      }}
    </Loaded>
  );
}

function Hosting({ venueId, hosting }: { venueId: string; hosting: VenueCharter['hosting'] }) {
  const queries = useQueryClient();
  const form = useForm({
    defaultValues: { accepted: hosting !== null, conditions: hosting?.conditions ?? '' },
  });
  const save = async (values: { accepted: boolean; conditions: string }) => {
    await body(api.PUT('/venues/{id}/hosting', { params: { path: { id: venueId } }, body: values }));
    await queries.invalidateQueries({ queryKey: ['charter'] });
    say(text.hostingSaved);
  };
  return (
    <section className="stack" aria-labelledby="hosting">
      <h3 id="hosting">{text.hostingTitle}</h3>
      <Form form={form} onSubmit={save}>
        <Field<boolean> name="accepted">{(f) => <Checkbox label={text.accepted} {...f} />}</Field>
        <Field name="conditions">
          {(f) => <TextArea label={text.conditions} hint={text.conditionsHint} rows={3} maxLength={1000} {...f} />}
        </Field>
        <FormActions>
          <Button type="submit" variant="secondary" isPending={form.formState.isSubmitting}>
            {text.saveHosting}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}
