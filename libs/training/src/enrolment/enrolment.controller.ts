import { Actor, Can, type Click, ClickKey, Id, Idempotent, Me, REPLAYED } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReasonInput } from '../session/session.dto';
import { EnrolmentDetail, EnrolmentInput, EnrolmentList, EnrolmentPage, EnrolmentReceipt, FollowedList, InboxList, InboxPage, OpinionInput, RefusalInput, ValidateInput, WithdrawInput } from './enrolment.dto';
import { EnrolmentQueries } from './enrolment.queries';
import { InboxQueries } from './inbox.queries';
import { BatchInput, BatchReceipt } from './batch.dto';
import { OfflineAgents, OfflineAgentsQuery, OnBehalfInput, OnBehalfReceipt } from './on-behalf.dto';
import { OnBehalfService } from './on-behalf.service';
import { EnrolmentService } from './enrolment.service';

@Controller()
export class EnrolmentController {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly queries: EnrolmentQueries,
    private readonly inbox: InboxQueries,
    private readonly onBehalf: OnBehalfService,
  ) {}

  @Can('training.enrolment.request')
  @Post('sessions/:id/enrolments')
  async request(
    @Me() actor: Actor, @Id('session') id: string, @Body() input: EnrolmentInput, @ClickKey() click: Click | null, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolmentReceipt> {
    const { receipt, isReplay } = await this.enrolments.request(actor, id, input, click);
    if (isReplay) void reply.header(REPLAYED, 'true');
    return receipt;
  }

  @Can('training.session.manage')
  @Get('sessions/:id/enrolments')
  ofSession(@Me() actor: Actor, @Id('session') id: string, @Query() list: EnrolmentList): Promise<EnrolmentPage> {
    return this.queries.ofSession(actor, id, list);
  }

  /** In the name of agents, whose officer or delegation asks for them. */
  @Can('training.enrolment.request_for')
  @Idempotent()
  @Post('sessions/:id/enrolments/on-behalf')
  requestFor(@Me() actor: Actor, @Id('session') id: string, @Body() input: OnBehalfInput): Promise<OnBehalfReceipt> {
    return this.onBehalf.request(actor, id, input);
  }

  @Can('training.session.manage')
  @Get('offline-agents')
  offlineAgents(@Me() actor: Actor, @Query() { q }: OfflineAgentsQuery): Promise<OfflineAgents> {
    return this.onBehalf.offlineAgents(actor, q);
  }

  @Can('training.enrolment.decide')
  @HttpCode(200)
  @Post('enrolments/decisions')
  decideAll(@Me() actor: Actor, @Body() input: BatchInput): Promise<BatchReceipt> {
    return this.enrolments.decideAll(actor, input);
  }

  @Can('training.enrolment.read_own')
  @Get('enrolments/mine')
  mine(@Me() actor: Actor, @Query() list: EnrolmentList): Promise<EnrolmentPage> {
    return this.queries.mine(actor, list);
  }

  @Can('training.enrolment.decide')
  @Get('enrolments/to-decide')
  toDecide(@Me() actor: Actor, @Query() list: InboxList): Promise<InboxPage> {
    return this.inbox.toDecide(actor, list);
  }

  @Can('training.enrolment.opine')
  @Get('enrolments/to-opine')
  toOpine(@Me() actor: Actor, @Query() list: EnrolmentList): Promise<EnrolmentPage> {
    return this.queries.toOpine(actor, list);
  }

  @Can('training.enrolment.follow')
  @Get('enrolments/followed')
  followed(@Me() actor: Actor, @Query() list: FollowedList): Promise<EnrolmentPage> {
    return this.queries.followed(actor, list);
  }

  @Can('training.enrolment.read')
  @Get('enrolments/:id')
  read(@Me() actor: Actor, @Id('enrolment') id: string): Promise<EnrolmentDetail> {
    return this.queries.read(actor, id);
  }

  @Can('training.enrolment.decide')
  @HttpCode(200)
  @Post('enrolments/:id/validate')
  validate(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { byLaw }: ValidateInput): Promise<EnrolmentDetail> {
    return this.enrolments.validate(actor, id, byLaw);
  }

  @Can('training.enrolment.decide')
  @HttpCode(200)
  @Post('enrolments/:id/refuse')
  refuse(@Me() actor: Actor, @Id('enrolment') id: string, @Body() asked: RefusalInput): Promise<EnrolmentDetail> {
    return this.enrolments.refuse(actor, id, asked);
  }

  @Can('training.enrolment.withdraw')
  @HttpCode(200)
  @Post('enrolments/:id/withdraw')
  withdraw(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: WithdrawInput): Promise<EnrolmentDetail> {
    return this.enrolments.withdraw(actor, id, reason);
  }

  @Can('training.enrolment.opine')
  @HttpCode(200)
  @Post('enrolments/:id/opinion')
  opine(@Me() actor: Actor, @Id('enrolment') id: string, @Body() asked: OpinionInput): Promise<EnrolmentDetail> {
    return this.enrolments.opine(actor, id, asked);
  }

  /** The reason says who signed, and when. */
  @Can('training.enrolment.decide')
  @HttpCode(200)
  @Post('enrolments/:id/endorse')
  endorse(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: ReasonInput): Promise<EnrolmentDetail> {
    return this.enrolments.endorse(actor, id, reason);
  }

  @Can('training.enrolment.select')
  @HttpCode(200)
  @Post('enrolments/:id/select')
  select(@Me() actor: Actor, @Id('enrolment') id: string): Promise<EnrolmentDetail> {
    return this.enrolments.select(actor, id);
  }

  @Can('training.enrolment.select')
  @HttpCode(200)
  @Post('enrolments/:id/not-select')
  notSelect(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: ReasonInput): Promise<EnrolmentDetail> {
    return this.enrolments.notSelect(actor, id, reason);
  }

  @Can('training.enrolment.answer_offer')
  @HttpCode(200)
  @Post('enrolments/:id/accept')
  accept(@Me() actor: Actor, @Id('enrolment') id: string): Promise<EnrolmentDetail> {
    return this.enrolments.accept(actor, id);
  }

  @Can('training.enrolment.answer_offer')
  @HttpCode(200)
  @Post('enrolments/:id/decline')
  decline(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: WithdrawInput): Promise<EnrolmentDetail> {
    return this.enrolments.decline(actor, id, reason);
  }

  @Can('training.enrolment.select')
  @HttpCode(200)
  @Post('enrolments/:id/release')
  release(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: ReasonInput): Promise<EnrolmentDetail> {
    return this.enrolments.release(actor, id, reason);
  }
}
