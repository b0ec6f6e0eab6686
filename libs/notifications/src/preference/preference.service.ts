import { Actor, Database, invalid } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MyPreferences, Preferences } from './preference.dto';
import { Preference, QuietTime } from './preference.entity';
import { kindsOf } from './preference.rules';
import { PreferenceStore } from './preference.store';

/** How someone wants to be told what may wait, and when mails to them wait. */
@Injectable()
export class PreferenceService {
  constructor(
    private readonly db: Database,
    private readonly store: PreferenceStore,
  ) {}

  /** Of the kinds that concern them. */
  async of({ personId, memberships }: Actor): Promise<MyPreferences> {
    const [settings, rhythms] = await Promise.all([this.store.of([personId], null), this.store.rhythms(personId)]);
    const { quiet, timeZone } = settings.get(personId)!;
    const kinds = kindsOf(memberships.map(({ role }) => role)).map((kind) => ({ kind, rhythm: rhythms.get(kind) ?? ('at_once' as const) }));
    return { kinds, quiet, timeZone };
  }

  /** What they choose replaces what they had chosen. */
  async change(actor: Actor, { kinds, quiet }: Preferences): Promise<MyPreferences> {
    const { personId, memberships } = actor;
    const offered = kindsOf(memberships.map(({ role }) => role));
    const misplaced = kinds.findIndex(({ kind }) => !offered.includes(kind));
    if (misplaced >= 0) throw invalid(`/kinds/${misplaced}/kind`, 'preference.fixed', 'Ces messages partent toujours tout de suite.');
    if (new Set(kinds.map(({ kind }) => kind)).size < kinds.length) throw invalid('/kinds', 'preference.twice', 'Le même genre de messages est réglé deux fois.');
    if ((quiet.from === null) !== (quiet.until === null)) throw invalid('/quiet/until', 'quiet.hours', 'Indiquez le début et la fin des heures calmes.');
    const chosen = kinds.flatMap(({ kind, rhythm }) => (rhythm === 'at_once' ? [] : [{ personId, kind, rhythm }]));
    await this.db.tx(async () => {
      await this.db.em.upsert(QuietTime, { personId, fromHour: quiet.from, untilHour: quiet.until, sundays: quiet.sundays }, ['personId']);
      await this.db.em.delete(Preference, { personId });
      if (chosen.length) await this.db.em.insert(Preference, chosen);
    });
    return this.of(actor);
  }
}
