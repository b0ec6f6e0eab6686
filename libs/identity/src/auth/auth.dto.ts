import { IsCleanText } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { AgentProfileView } from '../agent/agent.dto';
import type { Permission, Role } from '../permissions';

export class SignIn {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsEmail({}, { message: 'Indiquez une adresse électronique valable.' })
  @IsCleanText({ max: 254 })
  email: string;

  @IsString()
  @MinLength(1, { message: 'Indiquez votre mot de passe.' })
  @MaxLength(200)
  password: string;
}

export class MyMembership {
  organisationId: string;
  organisationName: string;
  role: Role;
}

export class MyAccount {
  personId: string;
  displayName: string;
  email: string | null;
  memberships: MyMembership[];
  permissions: Permission[];
  profile: AgentProfileView | null;
}
