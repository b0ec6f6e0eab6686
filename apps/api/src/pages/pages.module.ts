import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { TrainingModule } from '@app/training';
import { VenuesModule } from '@app/venues';
import { Module, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DrawnPage, sendPage } from './page';
import { PageCache } from './page-cache';
import { PageContents } from './page-contents';
import { PagesController, WEB_ROOT } from './pages.controller';

@Module({ imports: [TrainingModule, VenuesModule], controllers: [PagesController], providers: [PageContents, PageCache] })
export class PagesModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly pages: PageCache<DrawnPage>,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    this.serveAssets(fastify);
    this.answerWhatIsDrawn(fastify);
  }

  /** A page just drawn needs nothing more of the application: it is public, and the same for everyone. What is missing may be in view for its host. */
  private answerWhatIsDrawn(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const page = request.method === 'GET' ? this.pages.drawn(request.originalUrl.split('?', 1)[0]!) : undefined;
      if (page && page.status !== 404) sendPage(reply, page);
      else done();
    });
  }

  /**
   * The built scripts, styles and fonts: named by their content, so kept by browsers for good. Not awaited: Fastify
   * would settle its routes before Nest gives it the filter that answers what cannot be parsed.
   */
  private serveAssets(fastify: FastifyInstance): void {
    if (!existsSync(WEB_ROOT)) return;
    void fastify.register(fastifyStatic, { root: join(WEB_ROOT, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false });
  }
}
