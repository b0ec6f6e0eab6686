import { Actor, Audit, Database, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Passwords } from './passwords';
import { Sessions } from './sessions';
import { SignInThrottle } from './sign-in-throttle';

interface Credentials {
  email: string;
  password: string;
}
interface Account {
  id: string;
  passwordHash: string | null;
  active: boolean;
}
export interface OpenedSession {
  personId: string;
  token: string;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /** A new token each time; the session the browser came with, if any, ends. Every refusal is the same. */
  async signIn(
    { email, password }: Credentials,
    address: string,
    before: Actor | null,
  ): Promise<OpenedSession> {
    const giveBack = await this.throttle.take(email, address);
    const account = await this.db.one<Account>(
      'select id, password_hash as "passwordHash", active from identity.person where email = $1',
      [email],
    );
    const matched = await this.passwords.matches(password, account?.passwordHash ?? null);
    if (!account || !matched || !account.active) {
      await this.audit.record({
        actor: null,
        action: 'identity.sign_in.refused',
        subjectType: 'person',
        subjectId: account?.id ?? 'unknown',
        detail: { reason: !account ? 'unknown' : !matched ? 'password' : 'inactive' },
      });
      throw new Problem(401, 'auth.refused_credentials', 'Adresse électronique ou mot de passe incorrect.');
    }
    await giveBack();
    return this.db.tx(async () => {
      if (before?.sessionId) await this.sessions.close(before.sessionId);
      const token = await this.sessions.open(account.id);
      await this.audit.record({
        actor: null,
        action: 'identity.sign_in.accepted',
        subjectType: 'person',
        subjectId: account.id,
      });
      return { personId: account.id, token };
    });
  }

  async signOut(actor: Actor | null): Promise<void> {
    if (!actor?.sessionId) return;
    const { sessionId } = actor;
    await this.db.tx(async () => {
      await this.sessions.close(sessionId);
      await this.audit.record({
        actor,
        action: 'identity.sign_out',
        subjectType: 'person',
        subjectId: actor.personId,
      });
    });
  }
}
