import type { World } from '../world';

const KEPT = [
  { name: 'RGPD près de Valence', filters: { q: 'rgpd', near: '26362', radius: 100 }, rhythm: 'daily' },
  { name: 'Médiation numérique, avec des places', filters: { theme: ['mediation-numerique'], category: ['B'], free: 'true' }, rhythm: 'weekly' },
] as const;

/** What the agent of the demonstration keeps an eye on; its news begin on the day it is loaded. */
export const searchRows = (world: World) =>
  KEPT.map((search, index) => ({
    id: world.id('saved_search', index),
    person_id: world.id('person', 'agent'),
    place: index + 1,
    ...search,
    told_at: world.now,
    created_at: world.now,
  }));
