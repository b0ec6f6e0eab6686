import { conflictAt, Database, invalid, type Period, periodInWords, tstzrange } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EquipmentAsk } from '../equipment/equipment.dto';
import { type Asked, type Peak, peakOf } from '../equipment/equipment.rules';
import type { BookableRoom } from './bookable-rooms';
import { LIVE } from './booking.rules';

interface Held extends Asked {
  equipmentId: string;
  purpose: string;
}

/** How many of a thing are left during some periods, and what the others are kept for. */
export interface Left {
  id: string;
  name: string;
  quantity: number;
  left: number;
  /** When most of them are taken; null when none is. */
  peak: Peak | null;
  /** What they are kept for then: never a person. */
  heldFor: string[];
}

/** What a room and its place lend, counted against the live bookings of the same time. */
@Injectable()
export class LendableEquipment {
  constructor(private readonly db: Database) {}

  /** Of all that the room may have, in the order of names. */
  left(room: BookableRoom, periods: readonly Period[], except: readonly string[] = []): Promise<Left[]> {
    return this.count(room, periods, null, except);
  }

  /** Locks what is asked, of the room or shared by the place, and tells who has the rest when that is too few. */
  async check(room: BookableRoom, periods: readonly Period[], asks: readonly EquipmentAsk[], except: readonly string[] = []): Promise<void> {
    if (!asks.length) return;
    const things = await this.count(room, periods, asks.map(({ equipmentId }) => equipmentId), except);
    asks.forEach((ask, index) => {
      const thing = things.find(({ id }) => id === ask.equipmentId.toLowerCase());
      if (!thing) throw invalid(`/equipment/${index}/equipmentId`, 'equipment.unknown', 'Cet équipement n’est pas proposé avec cette salle.');
      if (thing.left < ask.quantity)
        throw conflictAt(`/equipment/${index}/quantity`, 'equipment.short', leftInWords(thing, thing.peak ?? periods[0]!, room.timeZone), {
          equipmentId: thing.id, left: thing.left,
        });
    });
  }

  /** For each of the periods, what is too few of what is asked, in words; null when all is at hand. Locks nothing. */
  async shortIn(room: BookableRoom, periods: readonly Period[], asks: readonly EquipmentAsk[], except: readonly string[] = []): Promise<(string | null)[]> {
    if (!asks.length) return periods.map(() => null);
    const { lent, held } = await this.read(room, periods, null, except);
    return periods.map((period) => {
      for (const ask of asks) {
        const thing = lent.find(({ id }) => id === ask.equipmentId.toLowerCase());
        if (!thing) return 'Un équipement demandé n’est pas proposé avec cette salle.';
        const left = leftOf(thing, held.filter(({ equipmentId }) => equipmentId === thing.id), [period]);
        if (left.left < ask.quantity) return leftInWords(left, left.peak ?? period, room.timeZone);
      }
      return null;
    });
  }

  /** What bookings that move keep, each its own. Everything is locked first, in one order, so that two moves never wait for one another. */
  async checkKept(room: BookableRoom, moving: readonly (Period & { id: string })[], except: readonly string[]): Promise<void> {
    const kept = await this.db.query<{ asks: EquipmentAsk[]; ids: string[] }>(
      `with mine as (
         select booking_id, jsonb_agg(jsonb_build_object('equipmentId', equipment_id, 'quantity', quantity) order by equipment_id) as asks
           from venues.booking_equipment where booking_id = any($1::uuid[]) group by 1)
       select asks, array_agg(booking_id) as ids from mine group by asks order by asks`,
      [moving.map(({ id }) => id)],
    );
    if (kept.length > 1)
      await this.db.query('select 1 from venues.equipment where id = any($1::uuid[]) order by id for no key update', [
        kept.flatMap(({ asks }) => asks.map(({ equipmentId }) => equipmentId)),
      ]);
    for (const { asks, ids } of kept) await this.check(room, moving.filter(({ id }) => ids.includes(id)), asks, except);
  }

  private async count(room: BookableRoom, periods: readonly Period[], asked: readonly string[] | null, except: readonly string[]): Promise<Left[]> {
    const { lent, held } = await this.read(room, periods, asked, except);
    return lent.map((thing) => leftOf(thing, held.filter(({ equipmentId }) => equipmentId === thing.id), periods));
  }

  private async read({ id, venueId }: BookableRoom, periods: readonly Period[], asked: readonly string[] | null, except: readonly string[]): Promise<{ lent: Pick<Left, 'id' | 'name' | 'quantity'>[]; held: Held[] }> {
    const lent = await this.db.query<{ id: string; name: string; quantity: number }>(
      `select id, name, quantity from venues.equipment where ($1::uuid[] is null or id = any($1)) and venue_id = $2 and (room_id is null or room_id = $3)
          and retired_at is null order by ${asked ? 'id for no key update' : 'name, id'}`,
      [asked, venueId, id],
    );
    const held = await this.db.query<Held>(
      `select e.equipment_id as "equipmentId", e.quantity, b.purpose, lower(b.period) as "from", upper(b.period) as "to"
         from venues.booking_equipment e join venues.booking b on b.id = e.booking_id
        where e.equipment_id = any($1::uuid[]) and b.status = any($2) and b.period && any($3::tstzrange[]) and b.id <> all($4::uuid[]) order by lower(b.period), b.id`,
      [lent.map((thing) => thing.id), LIVE, periods.map(({ from, to }) => tstzrange(from, to)), except],
    );
    return { lent, held };
  }
}

function leftOf(thing: Pick<Left, 'id' | 'name' | 'quantity'>, held: readonly Held[], periods: readonly Period[]): Left {
  const peaks = periods.flatMap((period) => peakOf(held, period) ?? []);
  const peak = peaks.reduce<Peak | null>((most, one) => (most && most.quantity >= one.quantity ? most : one), null);
  const then = peak ? held.filter(({ from, to }) => from < peak.to && to > peak.from) : [];
  return { ...thing, left: Math.max(0, thing.quantity - (peak?.quantity ?? 0)), peak, heldFor: [...new Set(then.map(({ purpose }) => purpose))] };
}

/** « Il ne reste que 2 « Portables » mardi 2 mars 2027 de 9 h à 12 h (10 en tout, retenus pour : Réunion de rentrée). » */
export function leftInWords({ name, quantity, left, heldFor }: Left, when: Period, timeZone: string): string {
  const some = left > 0 ? `Il ne reste que ${left} «\u202f${name}\u202f»` : `Il ne reste plus de «\u202f${name}\u202f»`;
  const holders = heldFor.length ? `, retenus pour\u202f: ${heldFor.join(', ')}` : '';
  return `${some} ${periodInWords(when, timeZone)} (${quantity} en tout${holders}).`;
}
