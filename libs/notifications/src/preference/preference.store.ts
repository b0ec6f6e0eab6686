import { Config, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Kind } from '../message/message.kinds';
import type { Rhythm } from './preference.rules';
import { type Quiet, usualQuiet } from './quiet.rules';

export interface Settings {
  personId: string;
  timeZone: string;
  quiet: Quiet;
  /** Of the kind asked. */
  rhythm: Rhythm | null;
}
type Row = Omit<Settings, 'quiet'> & { quiet: Quiet | null };

/** The clock of where person `p` works: as an agent, or in their first organisation. */
export const ZONE = `coalesce(
  (select d.time_zone from identity.agent_profile a join identity.commune c on c.code = a.commune_code join identity.departement d on d.code = c.departement_code where a.person_id = p.id),
  (select d.time_zone from identity.membership m join identity.organisation o on o.id = m.organisation_id left join identity.commune c on c.code = o.commune_code
     join identity.departement d on d.code = coalesce(o.departement_code, c.departement_code) where m.person_id = p.id order by m.valid_from, m.id limit 1),
  'Europe/Paris')`;
/** The quiet hours that person `p` has chosen, null for the usual ones. */
export const QUIET = `(select jsonb_build_object('from', to_char(q.from_hour, 'HH24:MI'), 'until', to_char(q.until_hour, 'HH24:MI'), 'sundays', q.sundays) from notifications.quiet_time q where q.person_id = p.id)`;

@Injectable()
export class PreferenceStore {
  private readonly usual: Quiet;

  constructor(
    private readonly db: Database,
    config: Config,
  ) {
    this.usual = usualQuiet(config.QUIET_HOURS);
  }

  /** How each of them wants to be told of this kind of messages. */
  async of(personIds: readonly (string | null)[], kind: Kind | null): Promise<Map<string | null, Settings>> {
    const rows = await this.db.query<Row>(
      `select p.id as "personId", ${ZONE} as "timeZone", ${QUIET} as quiet, (select r.rhythm from notifications.preference r where r.person_id = p.id and r.kind = $2) as rhythm
         from identity.person p where p.id = any($1)`,
      [personIds, kind],
    );
    return new Map(rows.map((row) => [row.personId, { ...row, quiet: row.quiet ?? this.usual }]));
  }

  /** What the person has chosen, kind by kind. */
  async rhythms(personId: string): Promise<Map<Kind, Rhythm>> {
    const rows = await this.db.query<{ kind: Kind; rhythm: Rhythm }>('select kind, rhythm from notifications.preference where person_id = $1', [personId]);
    return new Map(rows.map(({ kind, rhythm }) => [kind, rhythm]));
  }

  quietOr = (chosen: Quiet | null): Quiet => chosen ?? this.usual;
}
