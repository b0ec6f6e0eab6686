import { centres, type Centre } from './commune-centres';
import { cog, shipped } from './reference.sources';
import { searchName, territoryOf } from './territory';

interface CogCommune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement: string;
  region: string;
  /** Of an arrondissement, its city. */
  commune?: string;
  population?: number;
  codesPostaux?: string[];
}

export function regions() {
  const { hash, content } = cog<{ code: string; nom: string }[]>('regions');
  return { hash, rows: content.map((region) => ({ code: region.code, name: region.nom })) };
}

export function departements() {
  const { hash, content } = cog<{ code: string; nom: string; region: string }[]>('departements');
  const rows = content.map(({ code, nom, region }) => {
    const { timeZone, holidayTerritory } = territoryOf(code);
    return { code, name: nom, region_code: region, time_zone: timeZone, holiday_territory: holidayTerritory };
  });
  return { hash, rows };
}

/** Today's communes and the arrondissements of Paris, Lyon and Marseille; merged communes are not offered. */
export function communes() {
  const { hash, content } = cog<CogCommune[]>('communes');
  const known = content.filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal');
  const { hash: centresHash, of } = centres(known);
  const rows = known.map((commune) => ({
      code: commune.code,
      name: commune.nom,
      search_name: searchName(commune.nom),
      departement_code: commune.departement,
      region_code: commune.region,
      population: commune.population ?? null,
      postal_codes: commune.codesPostaux ?? [],
      ...position(of(commune)),
    }));
  return { hash: `${hash}${centresHash}`, rows };
}

const position = (centre: Centre | null) => ({ lat: centre?.lat ?? null, lon: centre?.lon ?? null });

export function publicHolidays() {
  type Calendar = Record<string, { jours: Record<string, Record<string, string>> }>;
  const { hash, content } = shipped<Calendar>('jours-feries', 'jours-feries-2015-2030.json');
  const rows = Object.entries(content).flatMap(([territory, { jours }]) =>
    Object.values(jours).flatMap((year) =>
      Object.entries(year).map(([date, name]) => ({ date, territory, name })),
    ),
  );
  return { hash, rows };
}
