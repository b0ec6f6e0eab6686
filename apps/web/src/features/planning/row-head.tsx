import { Link } from '@tanstack/react-router';
import type { PlanningRow } from '../../api/types';
import { zoneName } from '../../ui/dates';
import type { PlanningSearch, Way } from './search';
import { text } from './text';

/** Leads to what it names alone. */
function Only({ name, search: only }: { name: string; search: PlanningSearch }) {
  return (
    <Link from="/gestion/planning" to="/gestion/planning" search={(search) => ({ ...search, ...only })} aria-label={text.onlyThis(name)} className="board-name">
      {name}
    </Link>
  );
}

/** Above the rooms of a place. */
export function PlaceHead({ place: { id, name, communeName, timeZone } }: { place: NonNullable<PlanningRow['place']> }) {
  return (
    <>
      <Only name={name} search={{ lieu: id }} /> <span className="board-note">{[communeName, zoneName(timeZone)].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** A room, a trainer who shows their half-days alone, a delegation its places; or what is lacking. */
export function RowHead({ row: { id, name, place, lacks }, way }: { row: PlanningRow; way: Way }) {
  if (lacks) return <span className="board-name">{name}</span>;
  if (place) return <span className="board-note">{text.room_(name, place.capacity)}</span>;
  return <Only name={name} search={way === 'formateur' ? { formateur: id } : { par: 'lieu', delegation: id }} />;
}
