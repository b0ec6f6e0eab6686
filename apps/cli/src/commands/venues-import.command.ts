import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '@app/platform';
import { VenueImport } from '@app/venues';
import { Command, JsonOption, Option, Outcome, RelaisCommand } from '../command';

interface ImportOptions extends JsonOption {
  apply?: boolean;
  producer?: string;
}

@Command({
  name: 'venues:import',
  arguments: '<fichier>',
  description: 'Relire un fichier de lieux (standard national v1.0.2, CSV) et dire ce qu’il changerait ; avec --apply, l’appliquer.',
})
export class VenuesImportCommand extends RelaisCommand<ImportOptions> {
  constructor(private readonly venues: VenueImport) {
    super();
  }

  @Option({ flags: '--apply', description: 'Appliquer ce qui est accepté' })
  parseApply(): boolean {
    return true;
  }

  @Option({ flags: '--producer <nom>', description: 'Nom court du producteur (par défaut, celui du fichier)' })
  parseProducer(value: string): string {
    return value;
  }

  protected async outcome([path]: string[], { apply = false, producer }: ImportOptions): Promise<Outcome> {
    if (!path || !existsSync(path)) throw new Problem(422, 'import.no_file', `Le fichier « ${path ?? ''} » n’existe pas.`);
    const report = await this.venues.run({
      path,
      producer: producer ?? basename(path).replace(/\.[^.]+$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      apply,
      onProgress: (rows) => this.say(`${rows} lignes lues…`),
    });
    const lines = report.findings.slice(0, 20).map(({ row, field, message }) => `  ligne ${row}, ${field} : ${message}`);
    const text = [
      `${report.rows} lignes : ${report.accepted} nouvelles, ${report.changed} changées, ${report.unchanged} inchangées, ${report.refused} refusées, ${report.duplicates} doublons possibles.`,
      ...lines,
      apply ? 'Appliqué.' : 'Essai à blanc : ajoutez --apply pour appliquer.',
    ].join('\n');
    return { ok: true, text, document: report };
  }
}
