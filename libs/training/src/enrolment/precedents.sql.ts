/** What the agent of request `e` of session `s` asked and followed before for the same course, as `Precedents`. One that still waits follows every refusal, whichever was asked first. */
export const PRECEDENTS = `jsonb_build_object(
  'refusals', (select count(*)::int from training.enrolment q join training.session qs on qs.id = q.session_id
    where q.agent_id = e.agent_id and qs.course_id = s.course_id and q.id <> e.id and q.status = 'refused' and (e.status = 'submitted' or q.submitted_at < e.submitted_at)
      -- One after the other: nothing was granted in between.
      and not exists (select from training.enrolment g join training.session gs on gs.id = g.session_id
        where g.agent_id = e.agent_id and gs.course_id = s.course_id and g.submitted_at > q.submitted_at and g.submitted_at < e.submitted_at and training.holds_seat(g.status))),
  'followed', (select jsonb_build_object('endedOn', (fs.ends_at at time zone fs.time_zone)::date, 'hours', coalesce(t.hours, fc.duration_hours)::float8)
    from training.enrolment f join training.session fs on fs.id = f.session_id join training.course fc on fc.id = fs.course_id left join training.attestation t on t.enrolment_id = f.id
    where f.agent_id = e.agent_id and fs.course_id = s.course_id and f.id <> e.id and f.status in ('present', 'partial', 'attested') order by fs.ends_at desc limit 1))`;

/** What the dated rules of a table say on the day of `at` (an SQL expression): one value by code. */
const inForce = (table: string, value: string, at: string): string =>
  `(select coalesce(jsonb_object_agg(r.code, r.${value}), '{}') from training.${table} r where ${at}::date between r.valid_from and coalesce(r.valid_until, 'infinity'))`;

/** Figures of the law, by code. */
export const STATUTORY = (at: string): string => inForce('statutory_rule', 'value', at);
/** Ranks of the rules of priority, by code: the smaller goes first. */
export const RANKS = (at: string): string => inForce('priority_rule', 'rank', at);
