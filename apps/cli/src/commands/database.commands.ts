import { Config, Database } from '@app/platform';
import { ReferenceLoader } from '@app/identity';
import { Command, JsonOption, Option, Outcome, RelaisCommand } from '../command';
import { DemoLoader } from '../demo/demo.loader';
import { migrate } from '../../../api/src/database/migrate';

interface PrepareOptions extends JsonOption {
  demo?: boolean;
}

@Command({ name: 'db:prepare', description: 'Mettre la base à jour : structure, données de référence et, avec --demo, année de démonstration.' })
export class PrepareCommand extends RelaisCommand<PrepareOptions> {
  constructor(
    private readonly config: Config,
    private readonly reference: ReferenceLoader,
    private readonly demo: DemoLoader,
  ) {
    super();
  }

  @Option({ flags: '--demo', description: 'Charger aussi l’année de démonstration' })
  parseDemo(): boolean {
    return true;
  }

  protected async outcome(_args: string[], { demo }: PrepareOptions): Promise<Outcome> {
    this.say('Structure de la base…');
    const migrations = await migrate(this.config.DATABASE_URL);
    this.say('Données de référence…');
    const reference = await this.reference.load();
    if (demo) await this.demo.load({ onProgress: this.say });
    return { ok: true, text: 'La base est prête.', document: { migrations, reference, demo: demo === true } };
  }
}

@Command({ name: 'demo:load', description: 'Charger l’année de démonstration (refusé en production).' })
export class DemoLoadCommand extends RelaisCommand {
  constructor(
    private readonly db: Database,
    private readonly demo: DemoLoader,
  ) {
    super();
  }

  protected async outcome(_args: string[], _options: JsonOption): Promise<Outcome> {
    await this.demo.load({ onProgress: this.say });
    const counts = await this.db.one<Record<string, number>>(
      `select (select count(*)::int from training.course) as courses, (select count(*)::int from training.session) as sessions,
              (select count(*)::int from training.enrolment) as enrolments, (select count(*)::int from venues.venue) as venues,
              (select count(*)::int from identity.person) as people`,
    );
    return { ok: true, text: `Année de démonstration en place : ${JSON.stringify(counts)}`, document: counts };
  }
}
