import { MANAGED_DELEGATION } from '../content/accounts';
import type { World } from '../world';
import type { People } from './people';

export interface TrainerRow {
  person_id: string;
  status: 'candidate' | 'admitted' | 'suspended' | 'left';
  specialities: string[];
  bio: string;
}

export interface Trainer {
  id: string;
  delegation: string;
  themes: string[];
}

const TRAINERS = 30;
/** Where trainers live, in proportion to the sessions. */
const DELEGATIONS = {
  'auvergne-rhone-alpes': 18,
  'centre-val-de-loire': 5,
  'nouvelle-aquitaine': 2,
  corse: 1,
  'la-reunion': 2,
  martinique: 1,
} as const;
const BIOS = [
  'Médiatrice numérique depuis dix ans, elle anime des ateliers en médiathèque et en milieu rural.',
  'Ancien responsable d’un espace public numérique, il forme les agents d’accueil et les médiateurs.',
  'Cheffe de projet en collectivité, elle intervient sur la conduite de projets et les données publiques.',
  'Fabmanager et formateur, il accompagne la création d’ateliers de fabrication.',
  'Juriste, elle intervient sur la protection des données et la relation aux usagers.',
];

/** The vivier: 31 trainers, most of them admitted, at least one admitted in each délégation. */
export function planTrainers(world: World, people: People, themes: readonly string[]) {
  const rows: TrainerRow[] = [];
  const admitted: Trainer[] = [];
  const register = (id: string, delegation: string, status: TrainerRow['status'], rank: number) => {
    const random = world.random(`trainer/${rank}`);
    const specialities = random.shuffled(themes).slice(0, 3);
    rows.push({ person_id: id, status, specialities, bio: BIOS[rank % BIOS.length]! });
    if (status === 'admitted') admitted.push({ id, delegation, themes: specialities });
  };
  register(world.id('person', 'formateur'), MANAGED_DELEGATION, 'admitted', 0);
  const places = Object.entries(DELEGATIONS).flatMap(([delegation, count]) =>
    Array<string>(count).fill(delegation),
  );
  for (let rank = 1; rank <= TRAINERS; rank++) {
    const delegation = places[(rank - 1) % places.length]!;
    const id = people.draw(`trainer/${rank}`, 'trainer', delegation);
    register(id, delegation, STATUS_OF[rank] ?? 'admitted', rank);
  }
  return { rows, admitted };
}

/** All among the many trainers of the first délégation. */
const STATUS_OF: Record<number, TrainerRow['status']> = {
  4: 'candidate',
  9: 'candidate',
  14: 'suspended',
  17: 'left',
};
