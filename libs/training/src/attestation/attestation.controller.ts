import { Actor, Can, Id, Me, PageQuery, Public, Sends } from '@app/platform';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { AttestationCheck, AttestationPage } from './attestation.dto';
import { AttestationService } from './attestation.service';

@Controller('attestations')
export class AttestationController {
  constructor(private readonly attestations: AttestationService) {}

  @Can('training.attestation.read_own')
  @Get('mine')
  mine(@Me() actor: Actor, @Query() query: PageQuery): Promise<AttestationPage> {
    return this.attestations.mine(actor, query);
  }

  @Public()
  @Get('verify/:code')
  check(@Param('code') code: string): Promise<AttestationCheck> {
    return this.attestations.check(code);
  }

  @Can('training.attestation.read')
  @Get(':id/pdf')
  @Sends('application/pdf')
  async pdf(@Me() actor: Actor, @Id('attestation') id: string): Promise<StreamableFile> {
    const { name, content } = await this.attestations.pdf(actor, id);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
  }
}
