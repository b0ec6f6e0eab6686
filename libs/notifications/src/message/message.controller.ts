import { Actor, Can, Me, PageQuery } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { MessagePage } from './message.dto';
import { MessageQueries } from './message.queries';

@Controller('me/messages')
export class MessageController {
  constructor(private readonly queries: MessageQueries) {}

  @Get()
  @Can('notifications.message.read')
  mine(@Me() actor: Actor, @Query() query: PageQuery): Promise<MessagePage> {
    return this.queries.ofPerson(actor.personId, query);
  }
}
