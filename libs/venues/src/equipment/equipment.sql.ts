/** What booking `b` asks to be lent, in the order of names. */
export const BOOKED_EQUIPMENT = `coalesce((select jsonb_agg(jsonb_build_object('name', e.name, 'quantity', be.quantity) order by e.name)
      from venues.booking_equipment be join venues.equipment e on e.id = be.equipment_id where be.booking_id = b.id), '[]') as equipment`;
