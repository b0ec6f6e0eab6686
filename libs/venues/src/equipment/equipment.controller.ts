import { Actor, Can, Id, Me } from '@app/platform';
import { Body, Controller, Put } from '@nestjs/common';
import { EquipmentList, EquipmentViews } from './equipment.dto';
import { EquipmentService } from './equipment.service';

@Controller('venues/:id/equipment')
export class EquipmentController {
  constructor(private readonly equipment: EquipmentService) {}

  @Put()
  @Can('venues.room.edit')
  replace(@Me() actor: Actor, @Id('venue') venueId: string, @Body() { items }: EquipmentList): Promise<EquipmentViews> {
    return this.equipment.replaceShared(actor, venueId, items);
  }
}
