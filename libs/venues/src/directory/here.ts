import type { Question } from './directory-filter';

/** The point that a question is asked from, as SQL on alias `v`. */
export interface Here {
  /** Metres over the globe; null for a place without position. */
  distance: string;
  mapPoint: string;
  /** A condition: within so many metres (SQL). */
  within: (metres: string) => string;
}

export interface Centre {
  lat: number;
  lon: number;
}

export function hereOf({ lat, lon }: Centre, { params }: Question): Here {
  const point = `$${params.push(lat)}::float8, $${params.push(lon)}::float8`;
  const distance = `venues.distance(v.latitude, v.longitude, ${point})`;
  return {
    distance,
    mapPoint: `venues.map_point(${point})`,
    within: (metres) => `v.map_point <@ venues.reach(${point}, ${metres}) and ${distance} <= ${metres}`,
  };
}

/**
 * The places among which the `limit` nearest are, and few others, so that only these are measured and sorted: as many as
 * asked, found by the index of the map, are within some distance, and the nearest on the globe cannot be farther.
 * `offset 0` keeps the planner from reading other indexes for these few.
 */
export const nearest = (here: Here, conditions: string[], limit: number): string =>
  `(select v.* from (
      select max(near.metres) as metres from (
        select ${here.distance} as metres from venues.venue v where ${conditions.join(' and ')} order by v.map_point <-> ${here.mapPoint} limit ${limit}) near) bound,
      venues.venue v where ${here.within('bound.metres')} offset 0)`;
