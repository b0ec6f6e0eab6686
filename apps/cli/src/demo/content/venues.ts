/** Places of the open directories that welcome the demo year: how many per département, and some by name. */
export const VENUES_PER_DEPARTEMENT: Record<string, number> = {
  '26': 7,
  '42': 6,
  '74': 6,
  '73': 4,
  '63': 6,
  '15': 2,
  '03': 4,
  '38': 5,
  '01': 4,
  '69': 3,
  '45': 4,
  '18': 3,
  '37': 3,
  '41': 2,
  '33': 3,
  '2A': 2,
};

/** Overseas, the directories have few places: these are taken by name. */
export const NAMED_VENUES = ['etape-numerique-92', 'etape-numerique-37'];

/** The place claimed by the host of the demonstration, in Valence. */
export const HOST_VENUE = 'hinaura-1115';

export const SUITABLE_TYPOLOGIES = ['BIB', 'EPN', 'TIERS_LIEUX', 'FABLAB', 'CS', 'CSC', 'MJC'];

export interface DemoRoom {
  name: string;
  capacity: number;
  equipment: { name: string; quantity: number }[];
}

/** « 12 ordinateurs » are twelve of them. */
const things = (...said: string[]) =>
  said.map((text) => {
    const [, count, name] = /^(\d+) (.+)$/.exec(text) ?? [];
    return count && name
      ? { name: name.charAt(0).toUpperCase() + name.slice(1), quantity: Number(count) }
      : { name: text, quantity: 1 };
  });

export const HOST_ROOMS: DemoRoom[] = [
  { name: 'Salle de formation', capacity: 18, equipment: things('12 ordinateurs', 'Vidéoprojecteur') },
  { name: 'Atelier', capacity: 12, equipment: things('Imprimante 3D', 'Établi', 'Écran mural') },
];

export const ROOMS: DemoRoom[] = [
  { name: 'Salle multimédia', capacity: 14, equipment: things('10 ordinateurs', 'Vidéoprojecteur') },
  { name: 'Salle de réunion', capacity: 20, equipment: things('Vidéoprojecteur', 'Tableau blanc') },
  { name: 'Espace numérique', capacity: 12, equipment: things('8 ordinateurs', 'Casques') },
  { name: 'Grande salle', capacity: 30, equipment: things('Sonorisation', 'Vidéoprojecteur') },
  {
    name: 'Atelier de fabrication',
    capacity: 12,
    equipment: things('Imprimante 3D', 'Découpeuse', 'Établi'),
  },
];
