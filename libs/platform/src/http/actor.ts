/** Who is asking. Built once per request from the database; never from the body. */
export class Actor {
  constructor(
    readonly personId: string,
    readonly displayName: string,
    readonly memberships: readonly { organisationId: string; role: string }[],
    readonly permissions: ReadonlySet<string>,
    /** Server-side session, so that signing out ends it. */
    readonly sessionId: string | null = null,
  ) {}

  can(permission: string): boolean {
    return this.permissions.has(permission);
  }

  hasRole(role: string): boolean {
    return this.memberships.some((membership) => membership.role === role);
  }

  /** Organisations the actor belongs to, in one role or in any. */
  organisationIds(role?: string): string[] {
    return this.memberships.filter((m) => !role || m.role === role).map((m) => m.organisationId);
  }
}

/** Says who holds a session token; identity provides it. */
export abstract class ActorResolver {
  /** The actor behind the token, or null when it is unknown, lapsed or revoked. */
  abstract resolve(token: string): Promise<Actor | null>;
}

export const SESSION_COOKIE = 'relais_session';
