import { Actor, Can, Id, Me, Sends } from '@app/platform';
import { NewEmail } from '@app/identity';
import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { LetterBatch, LetterList, LetterPage, MyDelivery } from './letter.dto';
import { LetterQueries } from './letter.queries';
import { LetterService } from './letter.service';

@Controller()
export class LetterController {
  constructor(
    private readonly letters: LetterService,
    private readonly queries: LetterQueries,
  ) {}

  @Get('me/delivery')
  @Can('notifications.message.read')
  mine(@Me() actor: Actor): Promise<MyDelivery> {
    return this.queries.mine(actor);
  }

  /** Of the people for whom one answers. */
  @Get('letters')
  @Can('notifications.letter.read')
  list(@Me() actor: Actor, @Query() list: LetterList): Promise<LetterPage> {
    return this.queries.list(actor, list);
  }

  @Get('letters/pdf')
  @Sends('application/pdf')
  @Can('notifications.letter.read')
  async pdf(@Me() actor: Actor, @Query() { ids }: LetterBatch): Promise<StreamableFile> {
    return new StreamableFile(await this.letters.pdf(actor, ids), { type: 'application/pdf', disposition: 'attachment; filename="courriers.pdf"' });
  }

  @Post('letters/printed')
  @HttpCode(204)
  @Can('notifications.letter.print')
  markPrinted(@Me() actor: Actor, @Body() { ids }: LetterBatch): Promise<void> {
    return this.letters.markPrinted(actor, ids);
  }

  @Post('letters/unprinted')
  @HttpCode(204)
  @Can('notifications.letter.print')
  markUnprinted(@Me() actor: Actor, @Body() { ids }: LetterBatch): Promise<void> {
    return this.letters.markUnprinted(actor, ids);
  }

  /** Of someone whom something does not reach. */
  @Put('letters/people/:id/email')
  @HttpCode(204)
  @Can('notifications.letter.readdress')
  readdress(@Me() actor: Actor, @Id('person') id: string, @Body() { email }: NewEmail): Promise<void> {
    return this.letters.readdress(actor, id, email);
  }
}
