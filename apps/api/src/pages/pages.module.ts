import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { TrainingModule } from '@app/training';
import { VenuesModule } from '@app/venues';
import { Module, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { PageContents } from './page-contents';
import { PagesController, WEB_ROOT } from './pages.controller';

@Module({ imports: [TrainingModule, VenuesModule], controllers: [PagesController], providers: [PageContents] })
export class PagesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * The built scripts, styles and fonts: named by their content, so kept by browsers for good. Not awaited: Fastify
   * would settle its routes before Nest gives it the filter that answers what cannot be parsed.
   */
  onModuleInit(): void {
    if (!existsSync(WEB_ROOT)) return;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    void fastify.register(fastifyStatic, { root: join(WEB_ROOT, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false });
  }
}
