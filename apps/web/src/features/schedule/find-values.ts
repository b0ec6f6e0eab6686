import type { SlotSearch } from '../../api/types';
import { todayInParis } from '../catalogue/today';

export interface Thing {
  name: string;
  quantity: number;
}

/** What is looked for, as it is typed. */
export interface FindValues {
  from: string;
  until: string;
  halfDays: number;
  morning: { start: string; end: string };
  afternoon: { start: string; end: string };
  where: 'near' | 'named';
  commune: string;
  radius: number;
  venueIds: string[];
  who: 'speciality' | 'competencies' | 'named';
  speciality: string;
  /** Null as long as nobody chose: those of the course. */
  competencyIds: string[] | null;
  trainerIds: string[];
  trainers: number;
  equipment: Thing[];
  outsideHours: boolean;
}

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.parse(`${todayInParis()}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** From three weeks ahead, the time that a session needs to be known, for two months. */
export const newFind = (): FindValues => ({
  from: inDays(21),
  until: inDays(81),
  halfDays: 2,
  morning: { start: '09:00', end: '12:30' },
  afternoon: { start: '13:30', end: '17:00' },
  where: 'near',
  commune: '',
  radius: 30,
  venueIds: [],
  who: 'speciality',
  speciality: '',
  competencyIds: null,
  trainerIds: [],
  trainers: 1,
  equipment: [],
  outsideHours: false,
});

const told = <T extends { start: string; end: string }>(hours: T): T | undefined => (hours.start && hours.end ? hours : undefined);

function trainersOf({ who, speciality, competencyIds, trainerIds }: Pick<FindValues, 'who' | 'speciality' | 'competencyIds' | 'trainerIds'>, theme: string | undefined, competencies: string[]) {
  if (who === 'speciality') return { speciality: speciality || theme };
  return who === 'named' ? { trainerIds } : { competencyIds: competencies.filter((id) => competencyIds === null || competencyIds.includes(id)) };
}

export function searchOf(find: FindValues, { courseId, capacity, theme, competencies, limit }: { courseId: string; capacity: number; theme?: string; competencies: string[]; limit: number }): SlotSearch {
  const { from, until, halfDays, morning, afternoon, where, commune, radius, venueIds, who, speciality, competencyIds, trainerIds, trainers, equipment, outsideHours } = find;
  return {
    courseId, capacity, from, until, halfDays, trainers, outsideHours, limit,
    morning: told(morning),
    afternoon: told(afternoon),
    ...(where === 'near' ? { commune: commune || undefined, radius } : { venueIds }),
    ...trainersOf({ who, speciality, competencyIds, trainerIds }, theme, competencies),
    equipment: equipment.filter(({ name, quantity }) => name && quantity > 0),
  };
}
