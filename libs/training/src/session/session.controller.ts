import { Actor, Can, Id, Idempotent, IfMatch, Me, PageQuery, Public } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { MinimumService } from './minimum.service';
import { SessionDatesService } from './session-dates.service';
import { AskTrainers, ManagedSessionPage, ManagedSessions, MinimumInput, MySessionPage, NewDates, Postponement, ReasonInput, ReplaceTrainer, SessionDetail, SessionEdit, SessionInput } from './session.dto';
import { SessionQueries } from './session.queries';
import { SessionService } from './session.service';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly queries: SessionQueries,
    private readonly dates: SessionDatesService,
    private readonly minimum: MinimumService,
  ) {}

  @Can('training.session.read_own')
  @Get('sessions/mine')
  mine(@Me() actor: Actor, @Query() query: PageQuery): Promise<MySessionPage> {
    return this.queries.mine(actor, query);
  }

  @Public()
  @Get('sessions/:code')
  read(@Param('code') code: string, @Me() actor: Actor | null): Promise<SessionDetail> {
    return this.queries.byCode(code, actor);
  }

  @Can('training.session.manage')
  @Get('manage/sessions')
  managed(@Me() actor: Actor, @Query() query: ManagedSessions): Promise<ManagedSessionPage> {
    return this.queries.managed(actor, query);
  }

  @Can('training.session.create')
  @Idempotent()
  @Post('courses/:id/sessions')
  create(@Me() actor: Actor, @Id('course') id: string, @Body() input: SessionInput): Promise<SessionDetail> {
    return this.sessions.create(actor, id, input);
  }

  @Can('training.session.edit')
  @Patch('sessions/:id')
  resize(@Me() actor: Actor, @Id('session') id: string, @IfMatch() version: number, @Body() asked: SessionEdit): Promise<SessionDetail> {
    return this.sessions.resize(actor, id, version, asked);
  }

  @Can('training.session.edit')
  @HttpCode(200)
  @Idempotent()
  @Post('sessions/:id/trainers')
  ask(@Me() actor: Actor, @Id('session') id: string, @Body() asked: AskTrainers): Promise<SessionDetail> {
    return this.sessions.ask(actor, id, asked);
  }

  @Can('training.session.open')
  @HttpCode(200)
  @Post('sessions/:id/open')
  open(@Me() actor: Actor, @Id('session') id: string): Promise<SessionDetail> {
    return this.sessions.open(actor, id);
  }

  @Can('training.session.open')
  @HttpCode(200)
  @Post('sessions/:id/confirm')
  confirm(@Me() actor: Actor, @Id('session') id: string): Promise<SessionDetail> {
    return this.sessions.confirm(actor, id);
  }

  @Can('training.session.cancel')
  @HttpCode(200)
  @Post('sessions/:id/cancel')
  cancel(@Me() actor: Actor, @Id('session') id: string, @Body() { reason }: ReasonInput): Promise<SessionDetail> {
    return this.sessions.cancel(actor, id, reason);
  }

  @Can('training.session.cancel')
  @HttpCode(200)
  @Post('sessions/:id/postpone')
  postpone(@Me() actor: Actor, @Id('session') id: string, @Body() asked: Postponement): Promise<SessionDetail> {
    return this.dates.postpone(actor, id, asked);
  }

  /** For a session that was postponed. */
  @Can('training.session.edit')
  @Put('sessions/:id/dates')
  setDates(@Me() actor: Actor, @Id('session') id: string, @Body() asked: NewDates): Promise<SessionDetail> {
    return this.dates.setDates(actor, id, asked);
  }

  @Can('training.session.edit')
  @HttpCode(200)
  @Post('sessions/:id/trainers/replace')
  replace(@Me() actor: Actor, @Id('session') id: string, @Body() asked: ReplaceTrainer): Promise<SessionDetail> {
    return this.sessions.replace(actor, id, asked);
  }

  @Can('training.session.edit')
  @Patch('sessions/:id/minimum')
  setMinimum(@Me() actor: Actor, @Id('session') id: string, @IfMatch() version: number, @Body() asked: MinimumInput): Promise<SessionDetail> {
    return this.minimum.change(actor, id, version, asked);
  }
}
