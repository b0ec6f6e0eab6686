import type { Answer } from '../../api/types';
import { date, time } from '../../ui/dates';
import { equipmentLabel } from '../venues/room-labels';
import { text } from './text';
import '../../ui/facts.css';

/** What is asked, as a host needs it to decide. */
export function Demand({ answer }: { answer: Answer }) {
  const { timeZone } = answer;
  return (
    <dl className="facts">
      <div>
        <dt>{text.purpose}</dt>
        <dd>{answer.purpose}</dd>
      </div>
      <div>
        <dt>{text.when}</dt>
        {answer.slots.map(({ startsAt, endsAt }) => (
          <dd key={startsAt} className="sentence">
            {text.slot(date(startsAt, timeZone), time(startsAt, timeZone), time(endsAt, timeZone))}
          </dd>
        ))}
      </div>
      <div>
        <dt>{text.askedBy}</dt>
        <dd>{answer.requestedBy}</dd>
      </div>
      {answer.people !== null && (
        <div>
          <dt>{text.people}</dt>
          <dd>{answer.people}</dd>
        </div>
      )}
      {answer.equipment.length > 0 && (
        <div>
          <dt>{text.equipment}</dt>
          <dd>{answer.equipment.map(equipmentLabel).join(', ')}</dd>
        </div>
      )}
      {answer.reason && (
        <div>
          <dt>{text.reasonGiven}</dt>
          <dd>{answer.reason}</dd>
        </div>
      )}
    </dl>
  );
}
