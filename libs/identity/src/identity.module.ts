import './identity.invariants';
import { ActorResolver, nameNoun } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { AgentController } from './agent/agent.controller';
import { AgentProfiles } from './agent/agent.queries';
import { AgentService } from './agent/agent.service';
import { AuthController } from './auth/auth.controller';
import { AuthHandlers } from './auth/auth.handlers';
import { AuthService } from './auth/auth.service';
import { MyAccounts } from './auth/my-account.queries';
import { Passwords } from './auth/passwords';
import { Sessions } from './auth/sessions';
import { SignInThrottle } from './auth/sign-in-throttle';
import { OrganisationController } from './organisation/organisation.controller';
import { Organisations } from './organisation/organisations';
import { EmailController } from './person/email.controller';
import { Emails } from './person/emails';
import { IdentityService } from './person/identity.service';
import { CommunePositions } from './reference/commune-positions';
import { ReferenceController } from './reference/reference.controller';
import { ReferenceLoader } from './reference/reference.loader';
import { Reference } from './reference/reference.queries';

nameNoun('organisation', 'Cette organisation');
nameNoun('agent', 'Ce dossier d’agent');
nameNoun('person', 'Ce compte');

const doors = [IdentityService, Emails, Organisations, AgentProfiles, Passwords, ReferenceLoader, CommunePositions];

/** Global because the platform's guard, in another module, asks it who is there. */
@Global()
@Module({
  controllers: [AuthController, EmailController, OrganisationController, AgentController, ReferenceController],
  providers: [
    ...doors,
    { provide: ActorResolver, useExisting: Sessions },
    AgentService,
    AuthHandlers,
    AuthService,
    MyAccounts,
    Reference,
    Sessions,
    SignInThrottle,
  ],
  exports: [...doors, ActorResolver],
})
export class IdentityModule {}
