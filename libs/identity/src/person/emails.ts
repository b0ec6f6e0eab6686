import { Actor, Audit, conflict, Database, invalid, notFound, Outbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Passwords } from '../auth/passwords';
import { SignInThrottle } from '../auth/sign-in-throttle';

interface Known {
  email: string | null;
  passwordHash: string | null;
}

/** The addresses at which people are written to, and with which they sign in. */
@Injectable()
export class Emails {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  /** In the caller's transaction, who says whether the actor may. The same address once more is written to again. */
  async correct(actor: Actor, personId: string, email: string): Promise<void> {
    await this.db.query('update identity.person set email = $2 where id = $1', [personId, email]);
    await this.audit.record({ actor, action: 'identity.email.corrected', subjectType: 'person', subjectId: personId });
    await this.outbox.publish('identity.email_corrected', { personId });
  }

  /** One's own; the password is asked again, because one signs in with this address. */
  async correctOwn(actor: Actor, { email, password }: { email: string; password: string }, address: string): Promise<void> {
    const { personId } = actor;
    const me = await this.db.one<Known>('select email, password_hash as "passwordHash" from identity.person where id = $1', [personId]);
    if (!me) throw notFound('person');
    if (!me.passwordHash || !me.email) throw conflict('email.no_password', 'Votre compte n’a pas de mot de passe\u202f: votre service formation peut corriger cette adresse.');
    const giveBack = await this.throttle.take(me.email, address);
    if (!(await this.passwords.matches(password, me.passwordHash))) throw invalid('/password', 'auth.refused_credentials', 'Ce n’est pas votre mot de passe.');
    await giveBack();
    await this.db.tx(() => this.correct(actor, personId, email));
  }
}
