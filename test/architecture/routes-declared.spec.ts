import { ApiModule } from '../../apps/api/src/api.module';
import { PERMISSIONS } from '@app/identity';
import { Actor, ActorResolver, CAN, Can, configureHttp, fastifyAdapter, httpOptions, loadConfig, PUBLIC, Public } from '@app/platform';
import { Controller, Get, INestApplication, Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { freshDatabase } from '../support/database';

interface Declared {
  route: string;
  permission?: string;
  isPublic?: boolean;
}

/** Every handler of a controller, and what it declares. */
function declarations(app: INestApplication): Declared[] {
  const [reflector, scanner] = [new Reflector(), new MetadataScanner()];
  return app.get(DiscoveryService, { strict: false }).getControllers().flatMap(({ metatype }) => {
    const type = metatype as { name: string; prototype: Record<string, () => void> };
    return scanner.getAllMethodNames(type.prototype).map((name) => type.prototype[name]!).filter((method) => Reflect.hasMetadata(PATH_METADATA, method)).map((method) => ({
      route: `${type.name}.${method.name}`,
      permission: reflector.getAllAndOverride<string | undefined>(CAN, [method, type as never]),
      isPublic: reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [method, type as never]),
    }));
  });
}
const undeclared = (app: INestApplication) => declarations(app).filter(({ permission, isPublic }) => !permission && !isPublic).map(({ route }) => route);

@Controller('forgotten')
class Forgotten {
  @Get('nothing')
  nothing() {
    return 'secret';
  }

  @Public()
  @Get('open')
  open() {
    return 'for all';
  }

  @Can('some.noun.verb')
  @Get('closed')
  closed() {
    return 'for some';
  }
}

const someone = new Actor('00000000-0000-7000-8000-000000000001', 'Quelqu’un', [], new Set(PERMISSIONS));

describe('routes say who may call them', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const config = () => loadConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL, LOG_LEVEL: 'silent' });
  const open = async (...controllers: Type[]) => {
    const module = await Test.createTestingModule({ imports: [ApiModule.with(config())], controllers })
      .overrideProvider(ActorResolver)
      .useValue({ resolve: () => Promise.resolve(someone) })
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter(config()), { logger: false, ...httpOptions });
    await configureHttp(app);
    return app.init();
  };
  beforeAll(async () => void (database = await freshDatabase()));
  afterAll(() => database.drop());

  it('in the whole application, by a permission that exists', async () => {
    const app = await open();
    const found = declarations(app);
    await app.close();
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter(({ permission, isPublic }) => !permission && !isPublic)).toEqual([]);
    expect(found.filter(({ permission }) => permission && !PERMISSIONS.some((known) => known === permission))).toEqual([]);
    expect(found.filter(({ permission, isPublic }) => permission && isPublic)).toEqual([]);
  });

  it('a forgotten one is denied to everyone, and named here', async () => {
    const app = await open(Forgotten);
    const status = async (path: string) => (await app.inject({ url: `/api/v1/forgotten${path}`, headers: { cookie: 'relais_session=x' } })).statusCode;
    expect([await status('/nothing'), await status('/open'), await status('/closed')]).toEqual([403, 200, 403]);
    expect(undeclared(app)).toEqual(['Forgotten.nothing']);
    await app.close();
  });
});
