import { useState } from 'react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Printer, Send, UserPlus } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { hasRole, useMe } from '../../app/me';
import { api, body, useIdempotencyKey } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { EnrolmentReceipt, SessionDetail } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { isPast } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { TextArea } from '../../ui/text-field';
import { myRequestsQuery, requestQuery } from '../agent/queries';
import { isOver, statusLabel } from '../agent/request-status';
import { WhatNext } from '../agent/what-next';
import { text } from './session-text';

const isOpen = ({ status, enrolmentClosesAt }: SessionDetail) =>
  (status === 'open' || status === 'confirmed') && !isPast(enrolmentClosesAt);

/** What this reader may do about this session. */
export function AskForSeat({ session }: { session: SessionDetail }) {
  const me = useMe();
  const [asked, setAsked] = useState<EnrolmentReceipt>();
  if (asked) return <Asked receipt={asked} />;
  if (session.status === 'cancelled') return <Notice tone="error" title={text.cancelled} />;
  if (!isOpen(session)) {
    return (
      <Notice
        title={text.closedTitle}
        actions={
          <LinkButton to="/formations/$slug" params={{ slug: session.course.slug }} variant="secondary">
            {text.otherDates}
          </LinkButton>
        }
      >
        {text.closed}
      </Notice>
    );
  }
  if (me === undefined) return null;
  if (me === null) {
    return (
      <div className="sheet stack">
        <h2>{text.signInTitle}</h2>
        <p>{text.signIn}</p>
        <LinkButton to="/connexion" search={{ retour: `/sessions/${session.code}` }}>
          {text.signInAction}
        </LinkButton>
      </div>
    );
  }
  if (hasRole(me, 'training_officer', 'course_manager') && !hasRole(me, 'agent'))
    return (
      <LinkButton to="/inscrire" search={{ session: session.code }} icon={UserPlus}>
        {text.enrolAgents}
      </LinkButton>
    );
  if (!hasRole(me, 'agent')) return <Notice title={text.agentsOnly} />;
  return <MyRequest session={session} onAsked={setAsked} />;
}

/** What the request became at once: a place, a rank, or someone's desk. */
function Asked({ receipt: { id, number, status } }: { receipt: EnrolmentReceipt }) {
  const { data } = useQuery(requestQuery(id));
  return (
    <div role="status">
      <Notice
        tone="success"
        title={text.askedTitles[status] ?? text.asked}
        actions={
          <LinkButton to="/mes-demandes/$id" params={{ id }} variant="secondary">
            {text.seeRequest}
          </LinkButton>
        }
      >
        <p>{text.askedNumber(number)}</p>
        {data && <WhatNext request={data} />}
      </Notice>
    </div>
  );
}

interface RequestProps {
  session: SessionDetail;
  onAsked: (request: EnrolmentReceipt) => void;
}

/** The request this agent already has for the session, or the form to make one. */
function MyRequest({ session, onAsked }: RequestProps) {
  const { data, isPending } = useInfiniteQuery(myRequestsQuery);
  if (isPending) return <Skeleton lines={5} />;
  const known = data?.pages
    .flatMap((page) => page.items)
    .find((request) => request.session.code === session.code && !isOver(request.status));
  if (!known) return <RequestForm session={session} onAsked={onAsked} />;
  return (
    <Notice
      title={text.alreadyAsked}
      actions={
        <LinkButton to="/mes-demandes/$id" params={{ id: known.id }} variant="secondary">
          {text.seeRequest}
        </LinkButton>
      }
    >
      {statusLabel(known)}
    </Notice>
  );
}

interface Values {
  motivation: string;
  acceptsConditions: boolean;
}
const CONDITIONS = '/acceptsConditions';

function RequestForm({ session, onAsked }: RequestProps) {
  const form = useForm<Values>({ defaultValues: { motivation: '', acceptsConditions: false } });
  // The server knows whom the CNFPT does not pay for: they alone are asked to accept the terms of the project sheet.
  const [mustAccept, setMustAccept] = useState(false);
  const headers = useIdempotencyKey();
  const queries = useQueryClient();

  const ask = async (values: Values) => {
    try {
      const request = await body(api.POST('/sessions/{id}/enrolments', { params: { path: { id: session.id } }, headers, body: values }));
      onAsked(request);
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.some(({ pointer }) => pointer === CONDITIONS)) setMustAccept(true);
      throw error;
    }
    void queries.invalidateQueries({ queryKey: ['enrolments'] });
    void queries.invalidateQueries({ queryKey: ['sessions'] });
  };

  return (
    <section className="sheet stack" aria-labelledby="ask-title">
      <h2 id="ask-title">{text.askTitle}</h2>
      {session.seatsLeft === 0 && <p>{text.askFull}</p>}
      <Form form={form} onSubmit={ask} refusal={text.notAsked}>
        <Field name="motivation">
          {(f) => <TextArea label={text.motivation} hint={text.motivationHint} maxLength={1000} {...f} />}
        </Field>
        {mustAccept && (
          <Field<boolean> name="acceptsConditions">{(f) => <Checkbox label={text.acceptsConditions} hint={text.acceptsConditionsHint} {...f} />}</Field>
        )}
        <FormActions>
          <Button type="submit" icon={Send} isPending={form.formState.isSubmitting}>
            {text.ask}
          </Button>
          <LinkButton to="/bulletin" search={{ session: session.code }} variant="quiet" icon={Printer}>
            {text.bulletin}
          </LinkButton>
        </FormActions>
      </Form>
    </section>
  );
}
