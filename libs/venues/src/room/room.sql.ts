const EQUIPMENT = (where: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'quantity', e.quantity) order by e.name, e.id)
     from venues.equipment e where ${where} and e.retired_at is null), '[]')`;

/** What the rooms of venue `v` share. */
export const SHARED_EQUIPMENT = EQUIPMENT('e.venue_id = v.id and e.room_id is null');

/** The minutes of the week again as days and hours; what lasts over midnight is told day by day. */
export const WINDOWS = `coalesce((select jsonb_agg(jsonb_build_object('day', day + 1,
      'start', to_char(make_interval(mins => lower(w) - day * 1440), 'HH24:MI'),
      'end', to_char(make_interval(mins => (upper(w) - day * 1440) % 1440), 'HH24:MI')) order by day, w)
    from generate_series(0, 6) day, unnest(r.auto_confirm_hours * int4multirange(int4range(day * 1440, day * 1440 + 1440))) w), '[]')`;

/** The columns of a room view, on alias `r`. */
export const ROOM = `r.id, r.name, r.capacity, r.wheelchair_access as "wheelchairAccess", r.accommodations,
  r.connection_kind as "connectionKind", r.connection_mbps as "connectionMbps", ${EQUIPMENT('e.room_id = r.id')} as equipment,
  r.auto_confirm as "autoConfirm", ${WINDOWS} as "autoConfirmWindows", r.retired_at as "retiredAt", r.version`;
