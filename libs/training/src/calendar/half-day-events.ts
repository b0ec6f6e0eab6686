import type { CalendarEvent, Period } from '@app/platform';

export interface CalendarSession {
  id: string;
  code: string;
  title: string;
  place: string;
  /** When it was last written. */
  changedAt: Date;
  /** One more at each change of what is told. */
  sequence: number;
  /** In order; instants as ISO 8601. */
  halfDays: readonly Record<keyof Period, string>[] | null;
}

/** What a calendar tells of session `s` of course `c`, at place `v`; `also`: when what is told with it was last written. */
export const toldOfSession = (also = 'null') => `
  s.id, s.code, c.title,
  concat_ws(', ', (select r.name from venues.room r where r.id = s.room_id), v.name, v.address, nullif(concat_ws(' ', v.postal_code, v.commune_name), '')) as place,
  greatest(s.created_at, s.confirmed_at, ${also}, (select max(h.changed_at) from training.session_change h where h.session_id = s.id)) as "changedAt",
  (select jsonb_agg(jsonb_build_object('from', lower(t.period), 'to', upper(t.period)) order by t.period) from training.session_slot t where t.session_id = s.id) as "halfDays"`;

/** One event by half-day: a session never spans the night between two. The first keeps its name when the dates change, and so on. */
export const halfDayEvents = (
  { id, code, title, place, changedAt, sequence, halfDays }: CalendarSession,
  told: (index: number) => Pick<CalendarEvent, 'status' | 'summary'>,
  page: string | null,
): CalendarEvent[] =>
  (halfDays ?? []).map(({ from, to }, index, { length }) => ({
    id: `${id}-${index + 1}`,
    sequence,
    changedAt,
    time: { from: new Date(from), to: new Date(to) },
    ...told(index),
    description: length > 1 ? `${title}\nSession ${code}, demi-journée ${index + 1} sur ${length}` : `${title}\nSession ${code}`,
    location: place,
    url: page,
  }));
