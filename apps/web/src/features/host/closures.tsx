import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarOff, CalendarPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { Closure } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { localDate } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Field, Form, FormActions } from '../../ui/form';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './hours-text';
import { closuresQuery } from './queries';

export function Closures({ venueId }: { venueId: string }) {
  const query = useQuery(closuresQuery(venueId));
  const [removed, setRemoved] = useState<Closure>();
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="stack" aria-labelledby="closures">
      <h3 id="closures">{text.closures}</h3>
      <p className="soft">{text.closuresLead}</p>
      {removed && <Removed venueId={venueId} closure={removed} onDone={() => setRemoved(undefined)} />}
      <Loaded query={query}>
        {({ items, holidays }) => (
          <>
            {items.length === 0 ? (
              <EmptyState icon={CalendarOff} title={text.noClosuresTitle}>
                {text.noClosures}
              </EmptyState>
            ) : (
              <List label={text.closures}>
                {items.map((closure) => (
                  <ClosureRow key={closure.id} closure={closure} onRemoved={() => setRemoved(closure)} />
                ))}
              </List>
            )}
            <div>
              <Button variant="secondary" icon={CalendarPlus} onPress={() => setAdding(true)}>
                {text.addClosure}
              </Button>
              <Dialog title={text.addClosure} isOpen={isAdding} onClose={() => setAdding(false)}>
                <AddClosure venueId={venueId} onDone={() => setAdding(false)} />
              </Dialog>
            </div>
            {holidays.length > 0 && (
              <details>
                <summary>{text.territory}</summary>
                <ul>
                  {holidays.map(({ date, name }) => (
                    <li key={date}>
                      {name}, {localDate(date)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function ClosureRow({ closure: { id, from, until, reason }, onRemoved }: { closure: Closure; onRemoved: () => void }) {
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => api.DELETE('/closures/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      onRemoved();
      await queries.invalidateQueries({ queryKey: ['closures'] });
    },
  });
  return (
    <Row
      title={<span className="sentence inline">{reason}</span>}
      meta={text.period(localDate(from), localDate(until))}
      actions={
        <Button
          variant="quiet"
          icon={Trash2}
          aria-label={text.removeClosureOf(reason)}
          onPress={() => removal.mutate()}
          isPending={removal.isPending}
        >
          {text.remove}
        </Button>
      }
    />
  );
}

function Removed({ venueId, closure, onDone }: { venueId: string; closure: Closure; onDone: () => void }) {
  const queries = useQueryClient();
  const { from, until, reason } = closure;
  const undo = useMutation({
    mutationFn: () =>
      body(api.POST('/venues/{id}/closures', { params: { path: { id: venueId } }, body: { from, until, reason } })),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['closures'] });
    },
  });
  return (
    <div role="status">
      <Notice
        title={text.closureRemoved(reason)}
        actions={
          <Button variant="secondary" onPress={() => undo.mutate()} isPending={undo.isPending}>
            {text.undo}
          </Button>
        }
      >
        {undo.error?.message}
      </Notice>
    </div>
  );
}

function AddClosure({ venueId, onDone }: { venueId: string; onDone: () => void }) {
  const form = useForm({ defaultValues: { from: '', until: '', reason: '' } });
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const add = async (values: { from: string; until: string; reason: string }) => {
    await body(api.POST('/venues/{id}/closures', { params: { path: { id: venueId } }, headers, body: values }));
    onDone();
    await queries.invalidateQueries({ queryKey: ['closures'] });
    say(text.closureAdded);
  };
  return (
    <Form form={form} onSubmit={add}>
      <Field name="from" required={text.required}>
        {(f) => <DateField label={text.firstDay} {...f} />}
      </Field>
      <Field name="until" required={text.required}>
        {(f) => <DateField label={text.lastDay} {...f} />}
      </Field>
      <Field name="reason" required={text.required}>
        {(f) => <TextField label={text.reason} hint={text.reasonHint} maxLength={120} {...f} />}
      </Field>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.addClosure}
        </Button>
      </FormActions>
    </Form>
  );
}
