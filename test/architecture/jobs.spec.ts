import { schedules } from '../../apps/worker/src/schedules';
import { Handlers, OnEvent, OnJob } from '@app/platform';
import { Injectable, Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { TestApp, testApp } from '../support/app';
import { ROOT } from '../support/child';

const sources = ts.sys
  .readDirectory(ROOT, ['.ts'], ['node_modules', 'dist', '**/*.spec.ts', '**/*.e2e-spec.ts'], ['libs/**/*', 'apps/worker/**/*', 'apps/cli/**/*'])
  .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));

function eachNode(visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => (visit(node), ts.forEachChild(node, walk));
  sources.forEach(walk);
}

/** Names of an interface that contexts add to: `Events` or `Jobs`. */
function declaredIn(name: string): string[] {
  const names: string[] = [];
  eachNode((node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === name)
      names.push(...node.members.flatMap((member) => (member.name && ts.isStringLiteral(member.name) ? [member.name.text] : [])));
  });
  return names.sort();
}

/** Texts of the code, apart from those a decorator takes or an interface declares. */
function written(): Set<string> {
  const texts = new Set<string>();
  eachNode((node) => {
    if (!ts.isStringLiteral(node)) return;
    const decorated = ts.isCallExpression(node.parent) && ts.isDecorator(node.parent.parent);
    const declares = ts.isPropertySignature(node.parent) || (ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'declareJobs');
    if (!decorated && !declares) texts.add(node.text);
  });
  return texts;
}

describe('jobs and facts', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await testApp()));
  afterAll(() => t.close());

  it('each job declared has its handler, and is asked for somewhere', () => {
    const declared = declaredIn('Jobs');
    expect(declared.length).toBeGreaterThan(5);
    expect([...t.app.get(Handlers).jobs.keys()].sort()).toEqual(declared);
    const asked = new Set([...schedules.map(({ job }) => job as string), ...written()]);
    expect(declared.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('each fact declared is published somewhere, and handled by the names it may have', () => {
    const declared = declaredIn('Events');
    expect(declared.length).toBeGreaterThan(15);
    const texts = written();
    // Functions of the database publish too.
    const migrations = ts.sys.readDirectory(`${ROOT}/apps/api/src/database/migrations`, ['.ts']).map((path) => readFileSync(path, 'utf8'));
    expect(declared.filter((name) => !texts.has(name) && !migrations.some((text) => text.includes(`'${name}'`)))).toEqual([]);
    for (const name of declared) expect(t.app.get(Handlers).namesFor(name)).toEqual(expect.any(Array));
  });

  it('no schedule runs twice', () => {
    const names = schedules.map(({ job }) => job);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a process refuses to start', () => {
  @Injectable()
  class Nothing {}
  @Injectable()
  class Twice {
    @OnJob('platform.prune')
    one(): Promise<void> {
      return Promise.resolve();
    }
    @OnJob('platform.prune')
    two(): Promise<void> {
      return Promise.resolve();
    }
  }
  @Injectable()
  class Elsewhere {
    @OnJob('platform.prune')
    prune(): Promise<void> {
      return Promise.resolve();
    }
    @OnEvent('venues.venue_published')
    react(): Promise<void> {
      return Promise.resolve();
    }
  }
  const start = async (...providers: Provider[]) => (await Test.createTestingModule({ imports: [DiscoveryModule], providers: [Handlers, ...providers] }).compile()).init();

  it.each([
    ['a job has no handler', [Nothing], /Aucun traitement pour : .*platform\.prune/],
    ['one class handles a job twice', [Twice], /Deux traitements pour platform\.prune/],
    ['two providers handle one job', [Elsewhere, { provide: 'another', useClass: Elsewhere }], /Deux traitements pour platform\.prune/],
  ])('when %s', async (_, providers, message) => {
    await expect(start(...(providers as Provider[]))).rejects.toThrow(message);
  });
});
