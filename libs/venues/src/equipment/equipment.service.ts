import { Actor, Audit, Clock, conflict, conflictAt, Database, invalid, notFound, periodInWords } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import type { EquipmentInput, EquipmentView, EquipmentViews } from './equipment.dto';
import { type Asked, inventoryOf, type Peak, peakOf } from './equipment.rules';

interface Holder {
  venueId: string;
  /** None: the equipment that the rooms of the place share. */
  roomId: string | null;
  timeZone: string;
}

const FAR = new Date('9999-01-01T00:00:00Z');

/** What a place and its rooms lend, counted. */
@Injectable()
export class EquipmentService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Replaces the list that the rooms of a place share. */
  replaceShared(actor: Actor, venueId: string, items: EquipmentInput[]): Promise<EquipmentViews> {
    return this.db.tx(async () => {
      const venue = await this.db.em.findOne(Venue, { where: { id: venueId }, lock: { mode: 'for_no_key_update' } });
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
      await this.replace({ venueId, roomId: null, timeZone: venue.timeZone }, items, '/items');
      await this.audit.record({ actor, action: 'venues.equipment.replaced', subjectType: 'venue', subjectId: venueId });
      return { items: await this.listOf(venueId, null) };
    });
  }

  /** Whoever calls holds the lock on the room or the place; `pointer` is where the list is in the request. */
  async replace(holder: Holder, items: readonly EquipmentInput[], pointer: string): Promise<void> {
    const old = await this.listOf(holder.venueId, holder.roomId, 'for no key update');
    const change = inventoryOf(old, items);
    if ('unknown' in change) throw invalid(`${pointer}/${change.unknown}/id`, 'equipment.unknown', 'Cet équipement n’est pas dans la liste.');
    if ('twice' in change) throw invalid(`${pointer}/${change.twice}/name`, 'equipment.name_taken', 'Cet équipement est déjà dans la liste.');
    const fewer = [...change.changed, ...change.removed.map((id) => ({ id, quantity: 0 }))];
    await this.checkStillEnough(holder, old, fewer, items, pointer);
    if (fewer.length)
      await this.db.query(
        `update venues.equipment e set name = coalesce(t.name, e.name), quantity = coalesce(nullif(t.quantity, 0), e.quantity),
                retired_at = case when t.quantity = 0 then $2::timestamptz end
           from jsonb_to_recordset($1) t (id uuid, name text, quantity int) where e.id = t.id`,
        [JSON.stringify(fewer), this.clock.now()],
      );
    if (change.added.length)
      await this.db.query(
        `insert into venues.equipment (venue_id, room_id, name, quantity)
         select $1, $2, name, quantity from jsonb_to_recordset($3) as t (name text, quantity int)`,
        [holder.venueId, holder.roomId, JSON.stringify(change.added)],
      );
  }

  /** What is lent cannot go below what is already asked. */
  private async checkStillEnough(
    { timeZone }: Holder,
    old: readonly EquipmentView[],
    changed: readonly { id: string; quantity: number }[],
    items: readonly EquipmentInput[],
    pointer: string,
  ): Promise<void> {
    const lowered = changed.filter(({ id, quantity }) => quantity < old.find((known) => known.id === id)!.quantity);
    if (!lowered.length) return;
    const now = this.clock.now();
    const asked = await this.db.query<Asked & { equipmentId: string }>(
      `select e.equipment_id as "equipmentId", e.quantity, lower(b.period) as "from", upper(b.period) as "to"
         from venues.booking_equipment e join venues.booking b on b.id = e.booking_id
        where e.equipment_id = any($1::uuid[]) and b.status in ('held', 'confirmed') and upper(b.period) > $2`,
      [lowered.map(({ id }) => id), now],
    );
    for (const { id, quantity } of lowered) {
      const peak = peakOf(asked.filter(({ equipmentId }) => equipmentId === id), { from: now, to: FAR });
      if (peak && peak.quantity > quantity) {
        const { name } = old.find((known) => known.id === id)!;
        const index = items.findIndex((item) => item.id === id || item.name === name);
        throw short(name, peak, timeZone, index < 0 ? null : `${pointer}/${index}/quantity`);
      }
    }
  }

  private listOf(venueId: string, roomId: string | null, lock: '' | 'for no key update' = ''): Promise<EquipmentView[]> {
    return this.db.query<EquipmentView>(
      `select id, name, quantity from venues.equipment
        where venue_id = $1 and room_id is not distinct from $2 and retired_at is null order by ${lock ? 'id' : 'name, id'} ${lock}`,
      [venueId, roomId],
    );
  }
}

function short(name: string, peak: Peak, timeZone: string, pointer: string | null) {
  const detail = `${peak.quantity} «\u202f${name}\u202f» ${peak.quantity > 1 ? 'sont demandés' : 'est demandé'} ${periodInWords(peak, timeZone)}\u202f: gardez-en autant, ou déplacez d’abord ces réservations.`;
  return pointer ? conflictAt(pointer, 'equipment.asked', detail) : conflict('equipment.asked', detail);
}
