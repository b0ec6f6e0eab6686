import { useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { SessionAsk, SessionDetail, TrainerCard } from '../../api/types';
import { Button } from '../../ui/button';
import { isPast, shortDate } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Form, FormActions } from '../../ui/form';
import { List, Row } from '../../ui/list';
import { Status, type StatusTone } from '../../ui/status';
import { say } from '../../ui/toasts';
import { ReplaceTrainer } from './replace-trainer';
import { awaited, isLive } from './session-steps';
import { text } from './session-text';
import { TrainersField } from './trainers-field';

const tones: Record<SessionAsk['status'], StatusTone> = { asked: 'waiting', accepted: 'good', declined: 'bad', released: 'neutral', relieved: 'neutral' };

/** Whoever was asked, and what they said; somebody else may be asked. */
export function SessionTrainers({ session }: { session: SessionDetail }) {
  return (
    <section className="stack stack-6" aria-labelledby="session-trainers">
      <h2 id="session-trainers">{text.asked}</h2>
      {session.asks.length === 0 ? (
        <p>{text.noAsk}</p>
      ) : (
        <List label={text.asked}>
          {session.asks.map((ask) => (
            <Row
              key={ask.id}
              title={<h3>{ask.displayName}</h3>}
              meta={<span>{ask.answeredAt ? text.answeredOn(shortDate(ask.answeredAt)) : text.askedOn_(shortDate(ask.askedAt))}</span>}
              actions={isLive(session) && ['asked', 'accepted'].includes(ask.status) && <ReplaceTrainer session={session} ask={ask} />}
              status={<Status tone={tones[ask.status]}>{text.askStates[ask.status]}</Status>}
            >
              {ask.reason && <p>{ask.reason}</p>}
            </Row>
          ))}
        </List>
      )}
      {isLive(session) && <AskAnother session={session} />}
    </section>
  );
}

function AskAnother({ session }: { session: SessionDetail }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div>
      <Button variant="secondary" icon={UserPlus} onPress={() => setOpen(true)}>
        {text.askAnother}
      </Button>
      <Dialog title={text.askAnother} isOpen={isOpen} onClose={close}>
        <AskForm session={session} onDone={close} />
      </Dialog>
    </div>
  );
}

function AskForm({ session, onDone }: { session: SessionDetail; onDone: () => void }) {
  const form = useForm<{ trainerIds: string[] }>({ defaultValues: { trainerIds: [] } });
  const [chosen, setChosen] = useState<TrainerCard[]>([]);
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const ask = async (asked: { trainerIds: string[] }) => {
    await body(api.POST('/sessions/{id}/trainers', { params: { path: { id: session.id } }, headers, body: asked }));
    onDone();
    await queries.invalidateQueries();
    say(text.askDone);
  };
  const ahead = session.slots.filter(({ booking }) => !booking || !isPast(booking.startsAt));
  return (
    <Form form={form} onSubmit={ask}>
      <p>{text.askAnotherLead}</p>
      <TrainersField slots={ahead} timeZone={session.timeZone} except={awaited(session)} chosen={chosen} onChoose={setChosen} />
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.askAnother}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {text.back}
        </Button>
      </FormActions>
    </Form>
  );
}
