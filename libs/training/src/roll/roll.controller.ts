import { Actor, Can, Id, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Roll, RollInput } from './roll.dto';
import { RollService } from './roll.service';

@Controller('sessions/:id')
export class RollController {
  constructor(private readonly rolls: RollService) {}

  @Can('training.roll.read')
  @Get('roll')
  read(@Me() actor: Actor, @Id('session') id: string): Promise<Roll> {
    return this.rolls.read(actor, id);
  }

  @Can('training.roll.mark')
  @Put('roll')
  mark(@Me() actor: Actor, @Id('session') id: string, @Body() { marks }: RollInput): Promise<Roll> {
    return this.rolls.mark(actor, id, marks);
  }

  @Can('training.roll.close')
  @HttpCode(200)
  @Post('close-roll')
  close(@Me() actor: Actor, @Id('session') id: string): Promise<Roll> {
    return this.rolls.close(actor, id);
  }
}
