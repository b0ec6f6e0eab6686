/** The time zone and the holiday calendar of a département; the mainland when nothing else is said. */
export interface Territory {
  timeZone: string;
  holidayTerritory: string;
}

const METROPOLE: Territory = { timeZone: 'Europe/Paris', holidayTerritory: 'metropole' };
const ALSACE_MOSELLE: Territory = { timeZone: 'Europe/Paris', holidayTerritory: 'alsace-moselle' };

const BY_DEPARTEMENT: Record<string, Territory> = {
  '57': ALSACE_MOSELLE,
  '67': ALSACE_MOSELLE,
  '68': ALSACE_MOSELLE,
  '971': { timeZone: 'America/Guadeloupe', holidayTerritory: '971-guadeloupe' },
  '972': { timeZone: 'America/Martinique', holidayTerritory: '972-martinique' },
  '973': { timeZone: 'America/Cayenne', holidayTerritory: '973-guyane' },
  '974': { timeZone: 'Indian/Reunion', holidayTerritory: '974-la-reunion' },
  '975': { timeZone: 'America/Miquelon', holidayTerritory: '975-saint-pierre-et-miquelon' },
  '976': { timeZone: 'Indian/Mayotte', holidayTerritory: '976-mayotte' },
  '977': { timeZone: 'America/St_Barthelemy', holidayTerritory: '977-saint-barthelemy' },
  '978': { timeZone: 'America/Marigot', holidayTerritory: '978-saint-martin' },
  '984': { timeZone: 'Indian/Kerguelen', holidayTerritory: 'metropole' },
  '986': { timeZone: 'Pacific/Wallis', holidayTerritory: '986-wallis-et-futuna' },
  '987': { timeZone: 'Pacific/Tahiti', holidayTerritory: '987-polynesie-francaise' },
  '988': { timeZone: 'Pacific/Noumea', holidayTerritory: '988-nouvelle-caledonie' },
  '989': { timeZone: 'Etc/GMT+8', holidayTerritory: 'metropole' },
};

export const territoryOf = (departementCode: string): Territory =>
  BY_DEPARTEMENT[departementCode] ?? METROPOLE;

/** « L’Haÿ-les-Roses » → « l hay les roses »: what people type, whatever the accents and the hyphens. */
export const searchName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** « Attachés territoriaux » → « attaches-territoriaux ». */
export const slug = (name: string): string => searchName(name).replace(/ /g, '-');
