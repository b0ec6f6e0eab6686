import { run } from '../support/child';

const RULES = 'libs/training/src/course/course.rules.ts';
const PLATFORM = 'libs/platform/src/clock/clock.ts';
const CONFIG = 'libs/platform/src/config/config.ts';
const API = 'apps/api/src/app.module.ts';
const SCREEN = 'apps/web/src/ui/text.ts';

type Case = [what: string, path: string, code: string, reported: RegExp | null];
const CASES: Case[] = [
  ['a repository injected', RULES, 'class A { constructor(@InjectRepository(A) readonly a: A) {} } export { A }', /db\.em/],
  ['its import', RULES, `import { InjectRepository } from '@nestjs/typeorm'; export { InjectRepository }`, /db\.em/],
  ['an event emitter of Nest', RULES, `import { EventEmitter2 } from '@nestjs/event-emitter'; export { EventEmitter2 }`, /Outbox/],
  ['an event emitter of Node', RULES, `import { EventEmitter } from 'node:events'; export { EventEmitter }`, /Outbox/],
  ['the environment in a context', RULES, 'export const a = process.env.PORT;', /Config/],
  ['the environment in a program', API, 'export const a = process.env.PORT;', /Config/],
  ['the environment elsewhere in the platform', PLATFORM, 'export const a = process.env.PORT;', /Config/],
  ['the environment in the settings', CONFIG, 'export const a = process.env.PORT;', null],
  ['the time of day', RULES, 'export const now = new Date();', /Clock/],
  ['the time in milliseconds', API, 'export const now = Date.now();', /Clock/],
  ['the time in the clock', PLATFORM, 'export const now = new Date();', null],
  ['a date that was given', RULES, `export const day = new Date('2026-01-01');`, null],
  ['the day of the connection', RULES, 'export const sql = `select 1 where day = current_date`;', /TODAY/],
  ['a sort key that was asked', RULES, 'export const q = (b: { orderBy(k: string): void }, k: string) => b.orderBy(k);', /allow-list/],
  ['a composed sort key', RULES, 'export const q = (b: { addOrderBy(k: string): void }, k: string) => b.addOrderBy(`c.${k}`);', /allow-list/],
  ['a sort key that is written', RULES, `export const q = (b: { orderBy(k: string): void }) => b.orderBy('c.title');`, null],
  ['a space where a line may break before a colon', SCREEN, 'export const a = (day: string) => `${day} : confirmez`;', /narrow/],
  ['a narrow space before a colon', SCREEN, 'export const a = (day: string) => `${day}\u202f: confirmez`;', null],
  ['a promise nobody waits for', RULES, 'export const a = () => { Promise.resolve(1); };', /no-floating-promises/],
];

describe('forbidden ways', () => {
  let reports: string[][];
  beforeAll(async () => {
    const input = JSON.stringify(CASES.map(([, path, code]) => ({ path, code })));
    const { stdout, stderr } = await run('test/architecture/support/lint.mjs', [], { input });
    if (!stdout) throw new Error(stderr);
    reports = JSON.parse(stdout) as string[][];
  }, 120_000);

  it.each(CASES.map(([what, , , reported], index) => [what, reported ? 'refused' : 'accepted', reported, index] as const))('%s is %s', (_what, _verdict, reported, index) => {
    if (reported) expect(reports[index]!.join('\n')).toMatch(reported);
    else expect(reports[index]).toEqual([]);
  });
});
