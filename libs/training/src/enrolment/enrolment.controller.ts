import { Actor, Can, Id, Idempotent, Me } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ReasonInput } from '../session/session.dto';
import { EnrolmentDetail, EnrolmentInput, EnrolmentList, EnrolmentPage, WithdrawInput } from './enrolment.dto';
import { EnrolmentQueries } from './enrolment.queries';
import { EnrolmentService } from './enrolment.service';

@Controller()
export class EnrolmentController {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly queries: EnrolmentQueries,
  ) {}

  @Can('training.enrolment.request')
  @Idempotent()
  @Post('sessions/:id/enrolments')
  request(@Me() actor: Actor, @Id('session') id: string, @Body() { motivation }: EnrolmentInput): Promise<EnrolmentDetail> {
    return this.enrolments.request(actor, id, motivation ?? '');
  }

  @Can('training.session.manage')
  @Get('sessions/:id/enrolments')
  ofSession(@Me() actor: Actor, @Id('session') id: string, @Query() list: EnrolmentList): Promise<EnrolmentPage> {
    return this.queries.ofSession(actor, id, list);
  }

  @Can('training.enrolment.read_own')
  @Get('enrolments/mine')
  mine(@Me() actor: Actor, @Query() list: EnrolmentList): Promise<EnrolmentPage> {
    return this.queries.mine(actor, list);
  }

  @Can('training.enrolment.decide')
  @Get('enrolments/to-decide')
  toDecide(@Me() actor: Actor, @Query() list: EnrolmentList): Promise<EnrolmentPage> {
    return this.queries.toDecide(actor, list);
  }

  @Can('training.enrolment.read')
  @Get('enrolments/:id')
  read(@Me() actor: Actor, @Id('enrolment') id: string): Promise<EnrolmentDetail> {
    return this.queries.read(actor, id);
  }

  @Can('training.enrolment.decide')
  @HttpCode(200)
  @Post('enrolments/:id/validate')
  validate(@Me() actor: Actor, @Id('enrolment') id: string): Promise<EnrolmentDetail> {
    return this.enrolments.validate(actor, id);
  }

  @Can('training.enrolment.decide')
  @HttpCode(200)
  @Post('enrolments/:id/refuse')
  refuse(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: ReasonInput): Promise<EnrolmentDetail> {
    return this.enrolments.refuse(actor, id, reason);
  }

  @Can('training.enrolment.withdraw')
  @HttpCode(200)
  @Post('enrolments/:id/withdraw')
  withdraw(@Me() actor: Actor, @Id('enrolment') id: string, @Body() { reason }: WithdrawInput): Promise<EnrolmentDetail> {
    return this.enrolments.withdraw(actor, id, reason);
  }
}
