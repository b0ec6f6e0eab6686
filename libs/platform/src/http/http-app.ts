import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { DynamicModule, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { LogController } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config';
import { Metrics } from '../health/metrics';
import { createLog, NestLog, requestContext } from '../logging/log';
import { limitBodyTime, LONGEST_BODY_MS } from './body-time';
import { protectiveHeaders } from './protective-headers';

const KILOBYTE = 1024;
/** Mail programs press the button of RFC 8058 with a form; what it says is in the address. */
const ONE_CLICK = /\/one-click$/;
const MACHINE_PATHS = /^\/(?:api|health|assets)\/|^\/metrics$/;

/** Fastify, ready for Nest: limits, ids and logs. */
export function fastifyAdapter(config: Pick<Config, 'LOG_LEVEL'>) {
  const log = createLog(config.LOG_LEVEL, 'api');
  return new FastifyAdapter({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger: FastifyBaseLogger) => logger, // the request's id comes from its context
    // Whatever is not for a program is for a reader: pages live apart from the API, whose paths may be the same words.
    rewriteUrl: ({ url = '/' }) => (MACHINE_PATHS.test(url) ? url : `/pages${url === '/' ? '' : url}`),
    genReqId: () => randomUUID(),
    skipMiddie: true, // no middleware anywhere: guards and pipes decide
    bodyLimit: 256 * KILOBYTE,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
    // The server's own limits: a head in 30 seconds, and the longest body that a route may give. The rest is in `body-time.ts`.
    http: { headersTimeout: 30_000 },
    requestTimeout: LONGEST_BODY_MS,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
}

/** Fastify reads JSON by itself, strictly; Nest would add forms, which no route takes. */
export const httpOptions = { bodyParser: false };

/** What every HTTP process and every test sets up the same way. No security lives here: guards and pipes decide. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  const metrics = app.get(Metrics);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics', 'pages', 'pages/*path'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 20 * KILOBYTE * KILOBYTE, files: 5, fields: 30, parts: 40 } });
  const protective = protectiveHeaders(config.PUBLIC_URL, config.MAP_TILES_URL);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(protective).header('x-request-id', request.id);
    done();
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: KILOBYTE }, (request, _form, done) => {
    if (ONE_CLICK.test(request.url)) return done(null, undefined);
    done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }));
  });
  limitBodyTime(fastify, config.BODY_SECONDS);
  fastify.addHook('preParsing', (request, _reply, _payload, done) => requestContext.run({ requestId: request.id }, done));
  // An answer that has a `version` carries it as its ETag, ready to be sent back in `If-Match`.
  fastify.addHook('preSerialization', (_request, reply, payload, done) => {
    const version = (payload as { version?: unknown } | null)?.version;
    if (typeof version === 'number') void reply.header('etag', `"${version}"`);
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'inconnue';
    metrics.http.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 400 || request.method !== 'GET') request.log.info({ requestId: request.id, req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}

export async function createHttpApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter(config), {
    logger: new NestLog(createLog(config.LOG_LEVEL, 'api')),
    abortOnError: false,
    ...httpOptions,
  });
  await configureHttp(app);
  return app;
}

