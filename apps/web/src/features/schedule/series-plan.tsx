import { CalendarCheck, CalendarX } from 'lucide-react';
import type { SeriesPlan } from '../../api/types';
import { RadioGroup } from '../../ui/choice';
import { localDate } from '../../ui/dates';
import { Field } from '../../ui/form';
import { List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { optionsOf } from '../catalogue/labels';
import { text } from './text';

/** The sessions of a series: those that will be prepared, those that are left out and why, and what to do of it. */
export function Series({ plan: { sessions } }: { plan: SeriesPlan }) {
  const free = sessions.filter(({ isFree }) => isFree).length;
  return (
    <section className="stack" aria-labelledby="series">
      <h2 id="series">{text.planned}</h2>
      <p role="status">{text.plannedCount(free, sessions.length)}</p>
      <List label={text.planned}>
        {sessions.map(({ date, isFree, details }) => (
          <Row
            key={date}
            title={<h3 className="sentence">{localDate(date)}</h3>}
            meta={<Meta icon={isFree ? CalendarCheck : CalendarX}>{isFree ? text.isFree : text.isLeft}</Meta>}
          >
            {details.map((detail) => (
              <p key={detail}>{detail}</p>
            ))}
          </Row>
        ))}
      </List>
      {free < sessions.length && <Field name="keep">{(f) => <RadioGroup label={text.keep} options={optionsOf(text.keeps)} {...f} />}</Field>}
    </section>
  );
}
