import type { Statut } from '@app/identity';
import { CAREERS, type Career } from '../content/careers';
import { EMPLOYERS, type DemoEmployer } from '../content/employers';
import type { Random } from '../random';
import type { World } from '../world';
import type { People } from './people';

export interface Agent {
  id: string;
  employer: DemoEmployer;
  category: Career['category'];
  statut: Statut;
  isMediateur: boolean;
}

export interface ProfileRow {
  person_id: string;
  employer_id: string;
  cadre_emplois_id: string | null;
  category: string;
  statut: Statut;
  metier_code: string;
  supervisor_id: string;
  is_mediateur: boolean;
  commune_code: string;
}

export interface Agents {
  all: Agent[];
  profiles: ProfileRow[];
  /** Of each employer, by its key. */
  trainingOfficers: Map<string, string>;
  supervisors: Map<string, string>;
}

const AGENTS = 300;
const weights = <T>(values: readonly T[], weight: (value: T) => number) =>
  Object.fromEntries(values.map((value, at) => [String(at), weight(value)]));
const BY_WEIGHT = {
  employer: weights(EMPLOYERS, (e) => e.weight),
  career: weights(CAREERS, (c) => c.weight),
};

/** Three hundred agents among twenty employers, each with a supervisor; the fixed account « agent » is one more. */
export function planAgents(world: World, people: People): Agents {
  const trainingOfficers = new Map<string, string>();
  const supervisors = new Map<string, string>();
  for (const { key } of EMPLOYERS) {
    const demo = key === 'valence';
    trainingOfficers.set(
      key,
      demo ? world.id('person', 'employeur') : people.draw(`officer/${key}`, 'training_officer', key),
    );
    supervisors.set(
      key,
      demo ? world.id('person', 'superieur') : people.draw(`supervisor/${key}`, 'supervisor', key),
    );
  }
  const all: Agent[] = [];
  const profiles: ProfileRow[] = [];
  const hire = (id: string, employer: DemoEmployer, career: Career, statut: Statut, communeCode: string) => {
    all.push({ id, employer, category: career.category, statut, isMediateur: career.mediateur ?? false });
    profiles.push({
      person_id: id,
      employer_id: world.id('organisation', employer.key),
      cadre_emplois_id: statut === 'emploi_avenir' ? null : career.cadre,
      category: career.category,
      statut,
      metier_code: career.metier,
      supervisor_id: supervisors.get(employer.key)!,
      is_mediateur: career.mediateur ?? false,
      commune_code: communeCode,
    });
  };
  const valence = EMPLOYERS[0]!;
  const animateur = CAREERS.find(({ category, mediateur }) => category === 'B' && mediateur)!;
  hire(world.id('person', 'agent'), valence, animateur, 'fonctionnaire', valence.communeCode);
  for (let rank = 0; rank < AGENTS; rank++) {
    const random = world.random(`agent/${rank}`);
    const employer = EMPLOYERS[Number(random.weighted(BY_WEIGHT.employer))]!;
    const career = CAREERS[Number(random.weighted(BY_WEIGHT.career))]!;
    const id = people.draw(`agent/${rank}`, 'agent', employer.key);
    hire(id, employer, career, statutOf(career, random), homeOf(employer, world, random));
  }
  return { all, profiles, trainingOfficers, supervisors };
}

/** The scheme of emplois d’avenir has closed: a few files remain, among young people in category C. */
function statutOf({ category, mediateur }: Career, random: Random): Statut {
  const subsidised = category === 'C' && mediateur ? 25 : 0;
  return random.weighted({ fonctionnaire: 76, stagiaire_fp: 6, contractuel: 18, emploi_avenir: subsidised });
}

/** Most live where they work, the others in a town of the same département. */
function homeOf({ communeCode, departementCode }: DemoEmployer, world: World, random: Random): string {
  const around = world.known.communes.filter((commune) => commune.departementCode === departementCode);
  return around.length > 0 && random.chance(0.55) ? random.pick(around).code : communeCode;
}
