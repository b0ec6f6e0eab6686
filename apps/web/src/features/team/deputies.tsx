import { useQuery } from '@tanstack/react-query';
import { UserCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '../../api/client';
import type { Deputy } from '../../api/types';
import { localDate } from '../../ui/dates';
import { Decision } from '../../ui/decision';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { text } from './deputies-text';
import { NameDeputy } from './name-deputy';
import { deputiesQuery } from './queries';

/** Who stands in for whom, in force or to come. */
export function Deputies({ absentId }: { absentId?: string }) {
  const query = useQuery(deputiesQuery);
  const title = useRef<HTMLHeadingElement>(null);
  const [named, setNamed] = useState(0);
  const toTitle = () => title.current?.focus();
  return (
    <section className="stack stack-6" aria-labelledby="deputies">
      <div className="stack stack-2">
        <h2 id="deputies" ref={title} tabIndex={-1}>
          {text.title}
        </h2>
        <p className="reading">{text.lead}</p>
      </div>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={UserCheck} title={text.noneTitle}>
              {text.none}
            </EmptyState>
          ) : (
            <List label={text.title}>
              {items.map((deputy) => (
                <DeputyRow key={deputy.id} deputy={deputy} onRemoved={toTitle} />
              ))}
            </List>
          )
        }
      </Loaded>
      <div className="stack reading">
        <h3>{text.add}</h3>
        <NameDeputy
          key={named}
          absentId={absentId}
          onDone={() => {
            setNamed(named + 1);
            toTitle();
          }}
        />
      </div>
    </section>
  );
}

function DeputyRow({ deputy: { id, absent, deputy, from, until }, onRemoved }: { deputy: Deputy; onRemoved: () => void }) {
  const [standsIn, away] = [deputy.displayName, absent.displayName];
  return (
    <Row
      title={<h3>{text.row(standsIn, away)}</h3>}
      meta={<span>{text.period(localDate(from), localDate(until))}</span>}
      actions={
        <Decision
          label={text.remove}
          name={text.removeOf(standsIn, away)}
          title={text.removeTitle}
          act={() => api.DELETE('/deputies/{id}', { params: { path: { id } } })}
          done={text.removed}
          after={onRemoved}
          isDestructive
        >
          <p>{text.removeEffect(standsIn, away)}</p>
        </Decision>
      }
    />
  );
}
