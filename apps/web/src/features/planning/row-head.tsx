import { Link } from '@tanstack/react-router';
import type { PlanningRow } from '../../api/types';
import { zoneName } from '../../ui/dates';
import type { PlanningSearch, Way } from './search';
import { text } from './text';

/** A place shows its rooms alone, a trainer their half-days, a delegation its places. */
const onlyOf = (way: Way, { id, place }: PlanningRow): PlanningSearch =>
  way === 'lieu' ? { lieu: place!.id } : way === 'formateur' ? { formateur: id } : { par: 'lieu', delegation: id };

/** Rooms of one place follow one another: it is named once for the eye. */
export function RowHead({ row, way, before }: { row: PlanningRow; way: Way; before?: PlanningRow }) {
  const { name, place } = row;
  if (place && before?.place?.id === place.id)
    return (
      <span className="board-note">
        <span className="visually-hidden">{place.name}, </span>
        {name}, {text.places(place.capacity)}
      </span>
    );
  const shown = place?.name ?? name;
  return (
    <>
      <Link
        from="/gestion/planning"
        to="/gestion/planning"
        search={(search) => ({ ...search, ...onlyOf(way, row) })}
        aria-label={text.onlyThis(shown)}
        className="board-name"
      >
        {shown}
      </Link>
      {place && (
        <span className="board-note">
          {name}, {text.places(place.capacity)}
        </span>
      )}
      {place?.communeName && <span className="board-note">{place.communeName}</span>}
      {place && zoneName(place.timeZone) && <span className="board-note">{zoneName(place.timeZone)}</span>}
    </>
  );
}
