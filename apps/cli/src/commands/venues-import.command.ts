import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '@app/platform';
import { type Coverage, type ImportReport, producerOfFile, type RowFinding, VenueImport } from '@app/venues';
import { Command, JsonOption, Option, Outcome, RelaisCommand } from '../command';
import { importInWords, readInWords, type Told } from './venues-import.text';

interface ImportOptions extends JsonOption {
  apply?: boolean;
  producer?: string;
  partial?: boolean;
  complete?: boolean;
}

const SHOWN = 20;

@Command({
  name: 'venues:import',
  arguments: '<fichier>',
  description: 'Relire un fichier de lieux (standard national v1.0.2, CSV ou JSON) et dire ce qu’il changerait ; avec --apply, l’appliquer.',
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

  @Option({ flags: '--partial', description: 'La liste est partielle : elle ne dit rien des lieux qu’elle n’a pas' })
  parsePartial(): boolean {
    return true;
  }

  @Option({ flags: '--complete', description: 'La liste est complète : les lieux qu’elle n’a plus sont signalés disparus' })
  parseComplete(): boolean {
    return true;
  }

  protected async outcome([path]: string[], { apply = false, json, producer, ...options }: ImportOptions): Promise<Outcome> {
    if (!path || !existsSync(path)) throw new Problem(422, 'import.no_file', `Le fichier « ${path ?? ''} » n’existe pas.`);
    const refusals: Told[] = [];
    const remarks = new Map<string, Told>();
    let refused = 0;
    const report = await this.venues.run({
      path,
      producer: producer ?? producerOfFile(basename(path)),
      apply,
      coverage: coverageOf(options),
      onProgress: (rows) => this.say(readInWords(rows)),
      onFindings: async (findings, counts) => {
        if (json) return this.writeAll(findings, counts);
        for await (const one of findings) {
          if (!one.refused) {
            if (!remarks.has(one.code)) remarks.set(one.code, told(one));
          } else if ((refused += 1) <= SHOWN) refusals.push(told(one));
        }
      },
    });
    return { ok: true, text: importInWords(report, refusals, refused, [...remarks.values()]) };
  }

  /** The document, refusals last and one at a time: there may be one for each row. Remarks are few, and wait. */
  private async writeAll(findings: AsyncIterable<RowFinding>, { refused: refusedRows, ...counts }: ImportReport): Promise<void> {
    const warnings: Told[] = [];
    await this.write(`${JSON.stringify({ ...counts, refusedRows }).slice(0, -1)},"refused":[`);
    let before = '';
    for await (const one of findings) {
      if (!one.refused) warnings.push(told(one));
      else {
        await this.write(`${before}${JSON.stringify(told(one))}`);
        before = ',';
      }
    }
    await this.write(`],"warnings":${JSON.stringify(warnings)}}\n`);
  }
}

const told = ({ row, field, value, code, message }: RowFinding): Told => ({ row, field, value, code, message });

function coverageOf({ partial, complete }: Pick<ImportOptions, 'partial' | 'complete'>): Coverage | undefined {
  if (partial && complete) throw new Problem(422, 'import.coverage', 'Une liste est complète ou partielle, pas les deux.');
  return partial ? 'partial' : complete ? 'complete' : undefined;
}
