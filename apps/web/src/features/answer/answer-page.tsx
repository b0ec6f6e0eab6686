import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { TextArea } from '../../ui/text-field';
import { Demand } from './demand';
import { text } from './text';

const route = getRouteApi('/reponse/$token');

/** What the link of a mail opens: nothing is decided before a button is pressed. */
export function AnswerPage() {
  const { token } = route.useParams();
  const query = useQuery({
    queryKey: ['answer', token],
    retry: false,
    queryFn: () => body(api.GET('/booking-answers/{token}', { params: { path: { token } } })),
  });
  if (query.error instanceof ApiProblem && [404, 410].includes(query.error.status))
    return <Nothing isExpired={query.error.status === 410} />;
  return <Loaded query={query}>{(answer) => <Asked answer={answer} token={token} />}</Loaded>;
}

function Nothing({ isExpired }: { isExpired: boolean }) {
  return (
    <PageHeader
      title={isExpired ? text.expiredTitle : text.missingTitle}
      lead={isExpired ? text.expired : text.missing}
      actions={<LinkButton to="/hote/reservations">{text.signIn}</LinkButton>}
    />
  );
}

function Asked({ answer, token }: { answer: Answer; token: string }) {
  const [isDone, setDone] = useState(false);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead(answer.roomName, answer.venueName)} />
      <div className="stack stack-8 reading">
        {answer.outcome && (
          <div role="status">
            <Notice
              tone={isDone ? 'success' : 'info'}
              title={isDone ? text.doneTitle : text.alreadyTitle}
              actions={
                <LinkButton to="/hote/reservations" variant="secondary">
                  {text.signIn}
                </LinkButton>
              }
            >
              {answer.outcome} {isDone && text.doneNext}
            </Notice>
          </div>
        )}
        {answer.hasChanged && answer.actions.length > 0 && (
          <div role="status">
            <Notice tone="info" title={text.changedTitle}>
              {text.changed}
            </Notice>
          </div>
        )}
        <Demand answer={answer} />
        {answer.actions.length > 0 && <Decide token={token} answer={answer} onDone={() => setDone(true)} />}
      </div>
    </>
  );
}

function Decide({ token, answer, onDone }: { token: string; answer: Answer; onDone: () => void }) {
  const [isRefusing, setRefusing] = useState(false);
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { reason: '' } });
  const decide = async (decision: 'confirm' | 'refuse', reason?: string) => {
    try {
      queries.setQueryData(
        ['answer', token],
        await body(api.POST('/booking-answers', { headers: ifMatch(answer.version), body: { token, decision, reason } })),
      );
      onDone();
    } catch (error) {
      // Somebody answered or moved it in between: the page shows what it has become.
      if (error instanceof ApiProblem && [409, 412].includes(error.status))
        await queries.invalidateQueries({ queryKey: ['answer', token] });
      throw error;
    }
  };
  const confirming = useMutation({ mutationFn: () => decide('confirm') });
  if (isRefusing)
    return (
      <Form form={form} onSubmit={({ reason }) => decide('refuse', reason)} refusal={text.failed}>
        <Field name="reason" required={text.reasonMissing}>
          {(f) => <TextArea label={text.reason} hint={text.reasonHint} rows={3} maxLength={500} {...f} />}
        </Field>
        <FormActions>
          <Button type="submit" variant="danger" isPending={form.formState.isSubmitting}>
            {text.send}
          </Button>
          <Button variant="quiet" onPress={() => setRefusing(false)}>
            {text.back}
          </Button>
        </FormActions>
      </Form>
    );
  return (
    <div className="stack">
      {answer.answerBy && <p>{text.until(dateTime(answer.answerBy, answer.timeZone))}</p>}
      {confirming.error && (
        <Notice tone="error" title={text.failed}>
          {confirming.error.message}
        </Notice>
      )}
      <div className="cluster">
        <Button icon={Check} onPress={() => confirming.mutate()} isPending={confirming.isPending}>
          {text.confirm}
        </Button>
        <Button variant="secondary" icon={X} onPress={() => setRefusing(true)}>
          {text.refuse}
        </Button>
      </div>
    </div>
  );
}
