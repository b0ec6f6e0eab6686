import { Readable } from 'node:stream';
import { Clock, Config } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { OpenDataDescription } from './open-data.dto';
import { OpenDataQueries, type Revision } from './open-data.queries';
import { fileNameOf, type Format, FORMATS, LICENCE, MEDIA_TYPES } from './open-data.rules';

/** To be raised when the same places would be written otherwise. */
const WRITING = 1;
const ATTRIBUTION = 'Relais (CNFPT et État) et les producteurs que la colonne « source » nomme';

export interface Publication extends Revision {
  etag: string;
  headers: Record<string, string>;
  /** The file, read as fast as it is sent. */
  open: () => Readable;
}

/** Places as open data: the national standard in CSV and JSON, and GeoJSON. */
@Injectable()
export class OpenDataService {
  constructor(
    private readonly queries: OpenDataQueries,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async publication(format: Format): Promise<Publication> {
    const revision = await this.queries.revision();
    const etag = `W/"${WRITING}.${revision.revision}.${format}"`;
    return {
      ...revision,
      etag,
      headers: {
        etag,
        ...(revision.changedAt && { 'last-modified': revision.changedAt.toUTCString() }),
        'cache-control': 'public, no-cache',
        'content-type': MEDIA_TYPES[format],
        'content-disposition': `attachment; filename="${fileNameOf(format, this.clock.now())}"`,
        link: `<${LICENCE.url}>; rel="license", <${this.config.PUBLIC_URL}/api/v1/open-data/lieux>; rel="describedby"`,
        // Anyone's page may read open data.
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        vary: 'accept-encoding',
      },
      open: () => Readable.from(this.written(format), { objectMode: false }),
    };
  }

  async description(): Promise<OpenDataDescription> {
    const [{ changedAt }, counts, sources] = await Promise.all([this.queries.revision(), this.queries.counts(), this.queries.sources()]);
    return {
      title: 'Lieux de médiation numérique publiés dans Relais',
      licence: LICENCE.name,
      licenceUrl: LICENCE.url,
      attribution: ATTRIBUTION,
      standard: 'Lieux de médiation numérique, version 1.0.2',
      territory: 'france',
      updatedAt: changedAt,
      ...counts,
      sources,
      files: FORMATS.map((format) => ({
        format,
        url: `${this.config.PUBLIC_URL}/api/v1/open-data/lieux.${format}`,
        mediaType: MEDIA_TYPES[format],
      })),
    };
  }

  private async *written(format: Format): AsyncGenerator<Buffer> {
    const runs = await this.queries.runs();
    if (format === 'csv') {
      for (const [index, run] of runs.entries()) yield await this.queries.copy(format, run, index === 0);
      return;
    }
    yield Buffer.from(format === 'json' ? '[' : collectionHead());
    let isFirst = true;
    for (const run of runs) {
      const rows = jsonOf(await this.queries.copy(format, run, false));
      if (rows === '') continue;
      yield Buffer.from(`${isFirst ? '' : ','}\n${rows}`);
      isFirst = false;
    }
    yield Buffer.from(format === 'json' ? '\n]\n' : '\n]}\n');
  }
}

/** The lines of a copy as JSON values; `copy` doubles the backslashes. */
const jsonOf = (lines: Buffer): string => lines.toString('utf8').trimEnd().replaceAll('\\\\', '\\').replaceAll('\n', ',\n');

const collectionHead = () =>
  `${JSON.stringify({ type: 'FeatureCollection', licence: LICENCE.name, licenceUrl: LICENCE.url, attribution: ATTRIBUTION }).slice(0, -1)},"features":[`;
