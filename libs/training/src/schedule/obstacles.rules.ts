import type { Obstacles } from './common-slots.rules';
import type { Obstacle, ObstacleCode } from './slot-search.dto';

/** In the order in which one can act on them: one says « 1 lieu fermé », « 3 formateurs occupés ». */
const WORDS: Record<Exclude<ObstacleCode, 'never_together'>, readonly [one: string, many: string]> = {
  no_room: ['aucune salle publiée ne correspond', 'aucune salle publiée ne correspond'],
  few_trainers: ['formateur seulement dans le vivier', 'formateurs seulement dans le vivier'],
  busy_trainers: ['formateur occupé', 'formateurs occupés'],
  far_trainers: ['formateur trop loin la veille ou le lendemain', 'formateurs trop loin la veille ou le lendemain'],
  taken_rooms: ['salle réservée', 'salles réservées'],
  closed_venues: ['lieu fermé', 'lieux fermés'],
  short_rooms: ['salle sans l’équipement demandé', 'salles sans l’équipement demandé'],
  small_rooms: ['salle trop petite', 'salles trop petites'],
};

interface Found {
  obstacles: Obstacles;
  /** Of the rooms that were looked at. */
  smallRooms: number;
  rooms: number;
  trainers: number;
  wanted: number;
  slots: number;
}

/** What stands in the way, said only when it does; when each thing is free at times and never all together, that. */
export function obstaclesOf({ obstacles, smallRooms, rooms, trainers, wanted, slots }: Found): Obstacle[] {
  const told = (code: keyof typeof WORDS, count: number): Obstacle => ({
    code, count, detail: code === 'no_room' ? WORDS[code][0] : `${count} ${WORDS[code][count > 1 ? 1 : 0]}`,
  });
  const counted: [keyof typeof WORDS, number][] = [
    ['busy_trainers', obstacles.busyTrainers], ['far_trainers', obstacles.farTrainers], ['taken_rooms', obstacles.takenRooms],
    ['closed_venues', obstacles.closedVenues], ['short_rooms', obstacles.roomsWithoutEquipment], ['small_rooms', smallRooms],
  ];
  const all = [
    ...(rooms === 0 ? [told('no_room', 0)] : []),
    ...(trainers < wanted ? [told('few_trainers', trainers)] : []),
    ...counted.filter(([, count]) => count > 0).map(([code, count]) => told(code, count)),
  ];
  const isTogether = slots === 0 && !all.length;
  return isTogether ? [{ code: 'never_together', count: 0, detail: 'salles et formateurs ne sont jamais libres en même temps' }] : all;
}
