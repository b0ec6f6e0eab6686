import { Actor, Can, Me } from '@app/platform';
import { Body, Controller, HttpCode, Ip, Put } from '@nestjs/common';
import { MyNewEmail } from './email.dto';
import { Emails } from './emails';

@Controller('me/email')
export class EmailController {
  constructor(private readonly emails: Emails) {}

  @Put()
  @HttpCode(204)
  @Can('identity.email.edit_own')
  correct(@Me() actor: Actor, @Body() asked: MyNewEmail, @Ip() address: string): Promise<void> {
    return this.emails.correctOwn(actor, asked, address);
  }
}
