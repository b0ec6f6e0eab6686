import { Actor, Clock, periodInWords } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageVenue } from '../venue/venue.policy';
import { BookableRooms, closedInWords, isConfirmed, takenInWords } from './bookable-rooms';
import { AvailabilityAsk, RoomAvailability } from './availability.dto';
import { periodOn } from './booking.rules';
import { leftInWords, LendableEquipment } from './lendable-equipment';

/** Whether a room can be had, before anything is asked. Changes and locks nothing: what is asked is checked again. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly clock: Clock,
    private readonly rooms: BookableRooms,
    private readonly equipment: LendableEquipment,
  ) {}

  async of(actor: Actor, roomId: string, { booking, ...day }: AvailabilityAsk): Promise<RoomAvailability> {
    const room = await this.rooms.find(roomId);
    const isHost = mayManageVenue(actor, room);
    const period = periodOn(day, room.timeZone, this.clock.now());
    const except = booking ? [booking] : [];
    const [state] = await this.rooms.state(room, [period], except);
    const lent = await this.equipment.left(room, [period], except);
    const clash = state!.takenFor !== null ? takenInWords(room, state!) : state!.closure !== null && !isHost ? closedInWords(room, state!) : null;
    return {
      isFree: clash === null,
      detail: clash ?? (state!.holiday && `Jour férié\u202f: ${state!.holiday}.`),
      confirmsAlone: isConfirmed(room, state!, isHost),
      when: periodInWords(period, room.timeZone),
      equipment: lent.map((thing) => ({
        id: thing.id, name: thing.name, quantity: thing.quantity, left: thing.left, detail: thing.peak && leftInWords(thing, thing.peak, room.timeZone),
      })),
    };
  }
}
