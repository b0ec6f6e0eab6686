import { IsCleanText } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';

export class NewEmail {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail({}, { message: 'Indiquez une adresse électronique valable.' })
  @IsCleanText({ max: 254 })
  email: string;
}

export class MyNewEmail extends NewEmail {
  @IsString()
  @MinLength(1, { message: 'Indiquez votre mot de passe.' })
  @MaxLength(200)
  password: string;
}
