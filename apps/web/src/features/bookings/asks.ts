/** As the API asks for them. */
export const asksOf = (asks: Record<string, number>) =>
  Object.entries(asks).flatMap(([equipmentId, quantity]) => (quantity > 0 ? [{ equipmentId, quantity }] : []));
