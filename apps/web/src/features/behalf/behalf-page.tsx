import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Search, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { NotFoundPage } from '../../app/error-pages';
import { hasRole, useMe } from '../../app/me';
import { api, body, useIdempotencyKey } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { EnrolmentReceipt, SessionDetail } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { DateField } from '../../ui/date-field';
import { dateRange } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { EmptyState } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { TextArea, TextField } from '../../ui/text-field';
import { sessionQuery } from '../catalogue/queries';
import { todayInParis } from '../catalogue/today';
import { AgentsField } from './agents-field';
import { text } from './text';

const route = getRouteApi('/inscrire');

/** An officer enrols their agents; a delegation types in the signed forms of employers that are not on line. */
export function BehalfPage() {
  const { session: code = '' } = route.useSearch();
  const query = useQuery({ ...sessionQuery(code), enabled: code !== '' });
  if (!code)
    return (
      <>
        <PageHeader title={text.title} />
        <EmptyState icon={Search} title={text.noSession} actions={<LinkButton to="/formations">{text.browse}</LinkButton>}>
          {text.none}
        </EmptyState>
      </>
    );
  return (
    <Loaded query={query} missing={<NotFoundPage />}>
      {(session) => <Behalf session={session} />}
    </Loaded>
  );
}

function Behalf({ session }: { session: SessionDetail }) {
  const me = useMe();
  const [made, setMade] = useState<EnrolmentReceipt[]>();
  const isOfficer = Boolean(me) && hasRole(me!, 'training_officer');
  const mayEnrol = isOfficer || (Boolean(me) && hasRole(me!, 'course_manager'));
  return (
    <>
      <PageHeader title={text.title} lead={text.lead(session.course.title, dateRange(session.startsAt, session.endsAt, session.timeZone))} />
      {!mayEnrol && <Notice title={text.notYours} />}
      {mayEnrol && (made ? <Made session={session} made={made} onAgain={() => setMade(undefined)} /> : <BehalfForm session={session} isOfficer={isOfficer} onMade={setMade} />)}
    </>
  );
}

interface Values {
  agentIds: string[];
  together: boolean;
  byLaw: boolean;
  acceptsConditions: boolean;
  motivation: string;
  signedBy: string;
  signedOn: string;
}
const CONDITIONS = '/acceptsConditions';

function BehalfForm({ session, isOfficer, onMade }: { session: SessionDetail; isOfficer: boolean; onMade: (made: EnrolmentReceipt[]) => void }) {
  const form = useForm<Values>({ defaultValues: { agentIds: [], together: false, byLaw: false, acceptsConditions: false, motivation: '', signedBy: '', signedOn: '' } });
  // The server knows whom the CNFPT does not pay for: the terms of the project sheet are accepted for them alone.
  const [mustAccept, setMustAccept] = useState(false);
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const save = async ({ signedBy, signedOn, motivation, ...values }: Values) => {
    const { items } = await body(
      api.POST('/sessions/{id}/enrolments/on-behalf', {
        params: { path: { id: session.id } }, headers,
        body: { ...values, motivation: motivation || undefined, signedBy: signedBy || undefined, signedOn: signedOn || undefined },
      }),
    ).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.errors.some(({ pointer }) => pointer === CONDITIONS)) setMustAccept(true);
      throw error;
    });
    await queries.invalidateQueries();
    onMade(items);
  };
  return (
    <Form form={form} onSubmit={save} refusal={text.refused}>
      <Field<string[]> name="agentIds" required={text.agentsMissing} validate={(ids) => (ids.length ? undefined : text.agentsMissing)}>
        {(f) => <AgentsField label={text.agents} hint={isOfficer ? text.agentsHint : text.offlineHint} isOfficer={isOfficer} {...f} />}
      </Field>
      <Field<boolean> name="together">{(f) => <Checkbox label={text.together} hint={text.togetherHint} {...f} />}</Field>
      {isOfficer && <Field<boolean> name="byLaw">{(f) => <Checkbox label={text.byLaw} hint={text.byLawHint} {...f} />}</Field>}
      {!isOfficer && (
        <>
          <Field name="signedBy" required={text.missing}>
            {(f) => <TextField label={text.signedBy} hint={text.signedByHint} maxLength={120} {...f} />}
          </Field>
          <Field name="signedOn" required={text.missing}>
            {(f) => <DateField label={text.signedOn} maxValue={todayInParis()} {...f} />}
          </Field>
        </>
      )}
      <Field name="motivation">{(f) => <TextArea label={text.motivation} hint={text.motivationHint} maxLength={1000} {...f} />}</Field>
      {mustAccept && <Field<boolean> name="acceptsConditions">{(f) => <Checkbox label={text.accepts} hint={text.acceptsHint} {...f} />}</Field>}
      <FormActions>
        <Button type="submit" icon={UserPlus} isPending={form.formState.isSubmitting}>
          {text.submit}
        </Button>
      </FormActions>
    </Form>
  );
}

function Made({ session, made, onAgain }: { session: SessionDetail; made: EnrolmentReceipt[]; onAgain: () => void }) {
  return (
    <div role="status">
      <Notice
        tone="success"
        title={text.done(made.length)}
        actions={
          <>
            <LinkButton to="/sessions/$code" params={{ code: session.code }} variant="secondary">
              {text.see}
            </LinkButton>
            <Button variant="quiet" onPress={onAgain}>
              {text.again}
            </Button>
          </>
        }
      >
        <ul>
          {made.map(({ id, number, status }) => (
            <li key={id}>
              <Link to="/suivi/$id" params={{ id }}>
                {text.outcome(number)}
              </Link>
              {'\u202f: '}
              {text.outcomes[status] ?? status}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
