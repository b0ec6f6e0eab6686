import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run } from '../support/child';

const FILES = ['openapi.json', 'schema.d.ts'] as const;
type Name = (typeof FILES)[number];
const committed = (name: Name): Promise<string> => readFile(join(ROOT, 'apps/web/src/api', name), 'utf8');
const outdated = (built: Record<Name, string>, kept: Record<Name, string>): Name[] => FILES.filter((name) => built[name] !== kept[name]);

describe('description of the API and types of its client', () => {
  let built: Record<Name, string>;
  let kept: Record<Name, string>;
  beforeAll(async () => {
    const { code, stdout, stderr } = await run('scripts/openapi.mjs', ['--print']);
    if (code) throw new Error(stderr);
    built = JSON.parse(stdout) as Record<Name, string>;
    kept = { 'openapi.json': await committed('openapi.json'), 'schema.d.ts': await committed('schema.d.ts') };
  }, 120_000);

  it('are those of the code: « npm run openapi » writes them', () => {
    expect(outdated(built, kept)).toEqual([]);
  });

  it('a route, or a field, that was not described is seen', () => {
    const description = JSON.parse(built['openapi.json']) as { paths: Record<string, unknown>; components: { schemas: Record<string, { properties: object }> } };
    delete description.paths['/api/v1/courses'];
    expect(outdated({ ...built, 'openapi.json': `${JSON.stringify(description, null, 2)}\n` }, kept)).toContain('openapi.json');
    expect(outdated({ ...built, 'schema.d.ts': built['schema.d.ts'].replace('seatsLeft', 'seatsGone') }, kept)).toContain('schema.d.ts');
  });

  it('describe what goes in and out, pagination included', () => {
    const { paths, components } = JSON.parse(built['openapi.json']) as {
      paths: Record<string, Record<string, { parameters?: { name: string }[]; responses: Record<string, { content?: object }> }>>;
      components: { schemas: Record<string, { properties?: object }> };
    };
    expect(paths['/api/v1/courses']!.get!.parameters!.map(({ name }) => name)).toEqual(expect.arrayContaining(['q', 'sort', 'limit', 'cursor']));
    expect(Object.entries(components.schemas).filter(([, { properties }]) => !properties || !Object.keys(properties).length).map(([name]) => name)).toEqual([]);
    const silent = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).filter(([, { responses }]) => !Object.entries(responses).some(([status, { content }]) => status === '204' || (status !== 'default' && content))).map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });

  it('say who may ask, which version is changed, and what a refusal looks like', () => {
    type Operation = { security?: object[]; parameters?: { name: string; in: string; required?: boolean }[]; responses: Record<string, { content?: object }> };
    const { paths } = JSON.parse(built['openapi.json']) as { paths: Record<string, Record<string, Operation>> };
    const headers = ({ parameters = [] }: Operation) => parameters.filter((one) => one.in === 'header').map(({ name, required }) => [name, required]);
    expect(headers(paths['/api/v1/courses/{id}']!.patch!)).toEqual([['If-Match', true]]);
    expect(['/api/v1/courses', '/api/v1/sessions/{id}/enrolments'].map((path) => headers(paths[path]!.post!))).toEqual([[['Idempotency-Key', false]], [['Idempotency-Key', false]]]);
    expect([paths['/api/v1/enrolments/mine']!.get!.security, paths['/api/v1/courses']!.get!.security]).toEqual([[{ cookie: [] }], undefined]);
    const refusals = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ responses }) => Object.keys(responses.default?.content ?? {})));
    expect(new Set(refusals.flat())).toEqual(new Set(['application/problem+json']));
    expect(refusals.every(({ length }) => length === 1)).toBe(true);
  });
});
