import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { ComparedField, DuplicateDetail } from '../../api/types';
import { NotFoundPage } from '../../app/error-pages';
import { RadioGroup } from '../../ui/choice';
import { Button } from '../../ui/button';
import { Decision, useAct } from '../../ui/decision';
import { Loaded } from '../../ui/loaded';
import { Facts } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Status, Tags } from '../../ui/status';
import { text as kit } from '../../ui/text';
import { openingHours } from '../venues/opening-hours';
import { typologyNames, type Typology } from '../venues/typologies';
import { Place } from './duplicates-page';
import { duplicateQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/gestion/lieux/doublons/$id');
const tones = { proposed: 'waiting', dismissed: 'neutral', merged: 'good' } as const;
type Side = 'first' | 'second';

export function DuplicatePage() {
  const { id } = route.useParams();
  return (
    <Loaded query={useQuery(duplicateQuery(id))} missing={<NotFoundPage />}>
      {(pair) => <Pair key={`${pair.first.version} ${pair.second.version}`} pair={pair} />}
    </Loaded>
  );
}

function Pair({ pair }: { pair: DuplicateDetail }) {
  const { first, second, status, reasons, actions } = pair;
  const [keep, setKeep] = useState<Side>(!first.operatorName && second.operatorName ? 'second' : 'first');
  const [taken, setTaken] = useState<Partial<Record<ComparedField['field'], Side>>>({});
  const canMerge = actions.includes('merge');
  const different = pair.fields.filter((line) => !line.same);
  const same = pair.fields.filter((line) => line.same);
  const kept = pair.keptId === second.id ? second : first;
  return (
    <article>
      <PageHeader
        title={text.pair(first.name, second.name)}
        crumbs={[{ label: text.title, to: '/gestion/lieux/imports' }, { label: text.duplicates, to: '/gestion/lieux/doublons' }]}
        over={<Status tone={tones[status]}>{text.states[status]}</Status>}
        lead={status === 'merged' ? text.keptNow(kept.name) : undefined}
        actions={<Settle pair={pair} keep={keep} taken={taken} />}
      />
      <div className="stack stack-12">
        <section className="stack stack-4" aria-labelledby="why">
          <h2 id="why">{text.why}</h2>
          <Tags items={reasons} />
        </section>
        {canMerge && (
          <RadioGroup
            label={text.keep}
            hint={text.keepHint}
            value={keep}
            onChange={(side) => setKeep(side as Side)}
            options={(['first', 'second'] as const).map((side) => ({ value: side, label: pair[side].name, note: <Place place={pair[side]} /> }))}
          />
        )}
        <section className="stack stack-6" aria-labelledby="fields">
          <h2 id="fields">{text.comparison}</h2>
          {different.length === 0 ? <p>{text.noDifference}</p> : canMerge && <p>{text.differs}</p>}
          {different.map((line) => (
            <Compared
              key={line.field}
              line={line}
              side={taken[line.field] ?? keep}
              onChange={canMerge ? (side) => setTaken({ ...taken, [line.field]: side }) : undefined}
            />
          ))}
        </section>
        {same.length > 0 && (
          <section className="stack stack-6 reading" aria-labelledby="same">
            <h2 id="same">{text.agreed}</h2>
            <Facts items={same.map(({ field, first: values }) => [text.fields[field], written(field, values)])} />
          </section>
        )}
      </div>
    </article>
  );
}

/** A code of the standard means nothing to who compares. */
const said = (field: ComparedField['field'], value: string) => (field === 'typologies' ? (typologyNames[value as Typology] ?? value) : value);
const degrees = (value: string) => Number(value).toLocaleString('fr-FR', { maximumFractionDigits: 5 });

function written(field: ComparedField['field'], values: string[]): string {
  const [first, second] = values;
  if (first === undefined) return text.nothing;
  if (field === 'position' && second !== undefined) return text.position(degrees(first), degrees(second));
  if (field === 'openingHours') return openingHours(first);
  if (field === 'commune') return values.join(' ');
  return values.map((value) => said(field, value)).join(', ');
}

function Compared({ line, side, onChange }: { line: ComparedField; side: Side; onChange?: (side: Side) => void }) {
  const label = text.fields[line.field];
  if (onChange)
    return (
      <RadioGroup
        label={label}
        value={side}
        onChange={(value) => onChange(value as Side)}
        options={(['first', 'second'] as const).map((one) => ({ value: one, label: written(line.field, line[one]) }))}
      />
    );
  return (
    <div className="stack stack-2">
      <h3>{label}</h3>
      <ul>
        <li className="lines">{written(line.field, line.first)}</li>
        <li className="lines">{written(line.field, line.second)}</li>
      </ul>
    </div>
  );
}

interface SettleProps {
  pair: DuplicateDetail;
  keep: Side;
  taken: Partial<Record<ComparedField['field'], Side>>;
}

function Settle({ pair, keep, taken }: SettleProps) {
  const params = { path: { id: pair.id } };
  const kept = pair[keep];
  const other = pair[keep === 'first' ? 'second' : 'first'];
  const take = pair.fields.filter(({ field, same }) => !same && (taken[field] ?? keep) !== keep).map(({ field }) => field);
  const dismiss = useAct({ act: () => body(api.POST('/duplicates/{id}/dismiss', { params })), done: text.dismissed });
  const reopen = useAct({ act: () => body(api.POST('/duplicates/{id}/reopen', { params })), done: text.reopened });
  const undo = useAct({ act: () => body(api.POST('/duplicates/{id}/undo', { params })), done: text.undone });
  const error = dismiss.error ?? reopen.error ?? undo.error;
  return (
    <>
      {pair.actions.includes('merge') && (
        <Decision
          label={text.merge}
          variant="primary"
          title={text.mergeTitle}
          act={() =>
            body(
              api.POST('/duplicates/{id}/merge', {
                params,
                body: { keep: kept.id, take, keptVersion: kept.version, otherVersion: other.version },
              }),
            )
          }
          done={text.merged}
        >
          <p>{text.mergeEffect(kept.name, other.name)}</p>
          <p>{other.rooms + other.comingBookings > 0 ? text.follows(other.rooms, other.comingBookings) : text.followsNothing}.</p>
        </Decision>
      )}
      {pair.actions.includes('dismiss') && (
        <Button variant="secondary" onPress={() => dismiss.mutate()} isPending={dismiss.isPending}>
          {text.dismiss}
        </Button>
      )}
      {pair.actions.includes('reopen') && (
        <Button variant="secondary" onPress={() => reopen.mutate()} isPending={reopen.isPending}>
          {text.reopen}
        </Button>
      )}
      {pair.actions.includes('undo') && (
        <Button variant="secondary" onPress={() => undo.mutate()} isPending={undo.isPending}>
          {text.undo}
        </Button>
      )}
      {error && (
        <Notice tone="error" title={kit.error}>
          {error.message}
        </Notice>
      )}
    </>
  );
}
