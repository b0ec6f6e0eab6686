import { Actor, Can, Id, Me, Public } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { SeatRules, SharesInput } from './shares.dto';
import { SharesService } from './shares.service';

@Controller('sessions/:id/seat-rules')
export class SharesController {
  constructor(private readonly shares: SharesService) {}

  /** Published beside the list: who goes first, what is kept for whom and until when. */
  @Public()
  @Get()
  read(@Me() actor: Actor | null, @Id('session') id: string): Promise<SeatRules> {
    return this.shares.read(actor, id);
  }

  @Can('training.session.edit')
  @Put()
  change(@Me() actor: Actor, @Id('session') id: string, @Body() input: SharesInput): Promise<SeatRules> {
    return this.shares.change(actor, id, input);
  }
}
