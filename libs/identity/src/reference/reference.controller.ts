import { Public } from '@app/platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { CadreEmploisList, CommuneList, DepartementList, MetierList, ReferenceSearch } from './reference.dto';
import { Reference } from './reference.queries';

/** The same for everyone, and rarely changed. */
const CACHED = ['Cache-Control', 'public, max-age=3600'] as const;

@Controller('reference')
@Public()
export class ReferenceController {
  constructor(private readonly reference: Reference) {}

  @Get('communes')
  @Header(...CACHED)
  communes(@Query() { q }: ReferenceSearch): Promise<CommuneList> {
    return this.reference.communes(q);
  }

  @Get('departements')
  @Header(...CACHED)
  departements(): Promise<DepartementList> {
    return this.reference.departements();
  }

  @Get('metiers')
  @Header(...CACHED)
  metiers(@Query() { q }: ReferenceSearch): Promise<MetierList> {
    return this.reference.metiers(q);
  }

  @Get('cadres-emplois')
  @Header(...CACHED)
  cadresEmplois(): Promise<CadreEmploisList> {
    return this.reference.cadresEmplois();
  }
}
