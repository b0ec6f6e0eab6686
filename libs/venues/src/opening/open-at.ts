/**
 * SQL: whether the place `v` is open at a local time of its own clock, its closures and holidays kept; null when its hours are unknown.
 * `local` is SQL of type `timestamp`: `… at time zone v.time_zone` for an instant.
 */
export const openAt = (local: string): string =>
  `venues.open_by(v.week_hours, v.holiday_hours,
    exists (select from venues.closure c where c.venue_id = v.id and c.period @> (${local})::date),
    exists (select from identity.public_holiday h where h.territory = v.holiday_territory and h.date = (${local})::date), ${local})`;
