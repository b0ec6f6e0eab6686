import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { Public, RateLimited, Sends } from '@app/platform';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenDataDescription } from './open-data.dto';
import { type Format, isFresh } from './open-data.rules';
import { OpenDataService } from './open-data.service';

@Controller('open-data')
@Public()
@RateLimited()
export class OpenDataController {
  constructor(private readonly openData: OpenDataService) {}

  /** What there is: counts, dates, sources, licence and files. */
  @Get('lieux')
  describe(): Promise<OpenDataDescription> {
    return this.openData.description();
  }

  @Get('lieux.csv')
  @Sends('text/csv')
  csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('csv', request, reply);
  }

  @Get('lieux.json')
  @Sends('application/json')
  json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('json', request, reply);
  }

  @Get('lieux.geojson')
  @Sends('application/geo+json')
  geojson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('geojson', request, reply);
  }

  private async send(format: Format, { method, headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const publication = await this.openData.publication(format);
    void reply.headers(publication.headers);
    const known = { ifNoneMatch: headers['if-none-match'], ifModifiedSince: headers['if-modified-since'] };
    if (isFresh(known, publication)) return void reply.status(304).send();
    if (method === 'HEAD') return void reply.send();
    const file = publication.open();
    if (!/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return void reply.send(file);
    // Failing half-way, a stream is cut: the client sees an answer that does not end.
    void reply.header('content-encoding', 'gzip').send(pipeline(file, createGzip({ level: 4 }), () => undefined));
  }
}
