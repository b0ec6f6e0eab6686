import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Every method and path the running application answers, read from its router, with each parameter written `:id`.
 * HEAD goes with GET. `GET *` is the folder of the built scripts and styles.
 */
export function routesOf(app: NestFastifyApplication): string[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, segment, methods = ''] = /^([│├└─\s]+)(\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    if (!indent || !segment) return [];
    const depth = indent.length / 4 - 1;
    const path = (parents[depth - 1] ?? '') + segment.replace(/:[^/]+/g, ':id');
    parents[depth] = path;
    return methods.split(', ').filter((method) => method && method !== 'HEAD').map((method) => `${method} ${path}`);
  });
}

/** The address a client types: what is registered under `/pages` is served at the root. */
export const addressOf = (path: string, id: string): string => (path.replace(/^\/pages/, '') || '/').replace(':id', id);
