import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { Test } from 'supertest';

export interface Identity {
  personId: string;
  organisationId: string;
  displayName: string;
  email: string;
  token: string;
}

const at = (path: string) => (path.startsWith('/api/') || !path.startsWith('/') ? path : `/api/v1${path}`);

/** Someone in front of the application: the requests they make carry their session. */
export class Someone {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly identity: Identity | null,
  ) {}

  get id(): string {
    return this.known.personId;
  }
  get organisationId(): string {
    return this.known.organisationId;
  }
  get displayName(): string {
    return this.known.displayName;
  }
  get email(): string {
    return this.known.email;
  }
  get token(): string {
    return this.known.token;
  }

  get = (path: string) => this.signed(request(this.app.getHttpServer()).get(at(path)));
  put = (path: string, body: object = {}, version?: number) => this.versioned(request(this.app.getHttpServer()).put(at(path)), version).send(body);
  post = (path: string, body: object = {}, version?: number) =>
    this.versioned(request(this.app.getHttpServer()).post(at(path)), version).send(body);
  delete = (path: string) => this.signed(request(this.app.getHttpServer()).delete(at(path)));
  /** Edits a version: `If-Match` is sent when a version is given. */
  patch = (path: string, body: object, version?: number) =>
    this.versioned(request(this.app.getHttpServer()).patch(at(path)), version).send(body);

  private versioned = (test: Test, version?: number): Test =>
    version === undefined ? this.signed(test) : this.signed(test).set('If-Match', `"${version}"`);

  private signed = (test: Test): Test => (this.identity ? test.set('Cookie', `relais_session=${this.identity.token}`) : test);

  private get known(): Identity {
    if (!this.identity) throw new Error('nobody has no identity');
    return this.identity;
  }
}
