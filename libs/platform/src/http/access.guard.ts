import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config/config';
import { Problem } from '../problems/problem';
import { CAN, PUBLIC, RelaisRequest } from './access.decorators';
import { ActorResolver, SESSION_COOKIE } from './actor';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Denies by default: a route opens by `@Public()`, or by a permission the actor holds. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets);
    const permission = this.reflector.getAllAndOverride<string | undefined>(CAN, targets);
    if (!isPublic && !permission) throw new Problem(403, 'auth.undeclared', 'Vous n’avez pas accès à cette action.');

    const request = context.switchToHttp().getRequest<RelaisRequest>();
    this.checkOrigin(request);
    const token = request.cookies?.[SESSION_COOKIE];
    request.actor = token ? await this.actors.resolve(token) : null;
    if (isPublic) return true;
    if (!request.actor) throw new Problem(401, 'auth.required', 'Connectez-vous pour continuer.');
    if (!request.actor.can(permission!)) throw new Problem(403, 'auth.refused', 'Vous n’avez pas accès à cette action.');
    return true;
  }

  /** A write must come from our own pages. Programs that send neither header carry no cookie by accident. */
  private checkOrigin(request: RelaisRequest): void {
    if (SAFE.has(request.method)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (site === 'same-origin') return; // whatever the name under which the site was reached
    const foreign = origin ? origin !== new URL(this.config.PUBLIC_URL).origin : site !== undefined && site !== 'none';
    if (foreign) throw new Problem(403, 'auth.foreign_origin', 'Cette action doit partir du site de Relais.');
  }
}
