import type { NewProfile } from '../agent/agent.dto';
import type { Role } from '../permissions';

/** What it takes to open an account, from the command line or a builder. */
export interface NewPerson {
  email: string;
  givenName: string;
  familyName: string;
  role: Role;
  /** Id or SIRET of an organisation in activity. */
  organisation: string;
  password: string;
  /** For the role `agent` only. */
  profile?: NewProfile;
}
