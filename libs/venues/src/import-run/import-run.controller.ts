import { Readable } from 'node:stream';
import { Actor, Can, giveBodyTime, Id, Me, PageQuery, Problem, Sends } from '@app/platform';
import type { MultipartFile } from '@fastify/multipart';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MAX_FILE_BYTES, tooLarge } from '../import/file-limits';
import { ApplyImport, FindingPage, FindingSearch, ImportRunPage, ImportRunView } from './import-run.dto';
import { ImportRunQueries } from './import-run.queries';
import { ImportRunService } from './import-run.service';
import { refusalsCsv } from './refusals-csv';

const FORM_BYTES = 64 * 1024;

/** Lists of places sent by administrators. */
@Controller('imports')
export class ImportRunController {
  constructor(
    private readonly imports: ImportRunService,
    private readonly queries: ImportRunQueries,
  ) {}

  @Get()
  @Can('venues.import.read')
  list(@Query() query: PageQuery): Promise<ImportRunPage> {
    return this.queries.list(query);
  }

  @Get(':id')
  @Can('venues.import.read')
  read(@Id('import') id: string): Promise<ImportRunView> {
    return this.queries.read(id);
  }

  @Post()
  @Can('venues.import.run')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['producer', 'licence', 'file'],
      properties: {
        producer: { type: 'string' },
        licence: { type: 'string' },
        sourceUrl: { type: 'string' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  receive(@Me() actor: Actor, @Req() request: FastifyRequest): Promise<ImportRunView> {
    return receiveForm(request, (fields, file) => this.imports.receive(actor, fields, file));
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Can('venues.import.run')
  apply(@Me() actor: Actor, @Id('import') id: string, @Body() asked: ApplyImport): Promise<ImportRunView> {
    return this.imports.apply(actor, id, asked);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Can('venues.import.run')
  cancel(@Me() actor: Actor, @Id('import') id: string): Promise<ImportRunView> {
    return this.imports.cancel(actor, id);
  }

  @Get(':id/findings')
  @Can('venues.import.read')
  findings(@Id('import') id: string, @Query() query: FindingSearch): Promise<FindingPage> {
    return this.queries.findings(id, query);
  }

  @Get(':id/refusals.csv')
  @Sends('text/csv')
  @Can('venues.import.read')
  async refusals(@Id('import') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { producer } = await this.queries.read(id);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="refus-${producer}.csv"`)
      .send(Readable.from(refusalsCsv(this.queries.refusals(id))));
  }
}

type Receive = InstanceType<typeof ImportRunService>['receive'];

/** The fields of the form come first, then its file; a file refused is read to its end without being kept, so that the answer arrives. */
async function receiveForm(
  request: FastifyRequest,
  receive: (fields: Parameters<Receive>[1], file: Parameters<Receive>[2]) => Promise<ImportRunView>,
): Promise<ImportRunView> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES + FORM_BYTES) throw tooLarge();
  // 150 MB on a line of 10 Mbit/s: two minutes.
  giveBodyTime(request);
  const file = request.isMultipart() ? await request.file({ limits: { fileSize: MAX_FILE_BYTES + 1, files: 1 } }) : undefined;
  if (!file) throw new Problem(422, 'import.no_file', 'Choisissez le fichier de la liste.');
  try {
    return await receive(
      { producer: told(file, 'producer') ?? '', licence: told(file, 'licence') ?? '', sourceUrl: told(file, 'sourceUrl') },
      { name: file.filename, content: file.file },
    );
  } finally {
    file.file.resume();
  }
}

function told({ fields }: MultipartFile, name: string): string | null {
  const field = fields[name];
  return field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string' && field.value.trim()
    ? field.value.trim()
    : null;
}
