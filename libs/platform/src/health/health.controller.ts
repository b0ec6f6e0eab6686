import { Controller, Get, Header, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config';
import { Public } from '../http/access.decorators';
import { notFound, Problem } from '../problems/problem';
import { Health } from './health';
import { Metrics } from './metrics';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

@ApiExcludeController()
@Controller({ version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Public()
  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  @Public()
  @Get('health/ready')
  async ready() {
    const checks = await this.health.check();
    if (!checks.ready) throw new Problem(503, 'service.not_ready', 'Le service n’est pas prêt.', { checks: checks.details });
    return { status: 'ok', checks: checks.details };
  }

  /** Read from this machine, or with the token of `METRICS_TOKEN`. */
  @Public()
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Req() request: FastifyRequest) {
    const token = this.config.METRICS_TOKEN;
    const allowed = token ? request.headers.authorization === `Bearer ${token}` : LOOPBACK.has(request.ip);
    if (!allowed) throw notFound('route');
    return this.metrics.registry.metrics();
  }
}
