import type { components } from '../../api/schema.d.ts';
import type { Room } from '../../api/types';

type RoomInput = components['schemas']['CreateRoom'];
export type Thing = components['schemas']['EquipmentInput'];

/** The room as it is typed: what is not told is empty. */
export interface RoomValues {
  name: string;
  capacity: number;
  wheelchairAccess: boolean;
  accommodations: string[];
  connectionKind: string;
  connectionMbps: number;
  equipment: Thing[];
  autoConfirm: boolean;
  autoConfirmWindows: { day: string; start: string; end: string }[];
}

export const newRoom: RoomValues = {
  name: '',
  capacity: 12,
  wheelchairAccess: false,
  accommodations: [],
  connectionKind: '',
  connectionMbps: Number.NaN,
  equipment: [],
  autoConfirm: false,
  autoConfirmWindows: [],
};

export const valuesOf = (room: Room): RoomValues => ({
  name: room.name,
  capacity: room.capacity,
  wheelchairAccess: room.wheelchairAccess,
  accommodations: room.accommodations,
  connectionKind: room.connectionKind ?? '',
  connectionMbps: room.connectionMbps ?? Number.NaN,
  equipment: room.equipment,
  autoConfirm: room.autoConfirm,
  autoConfirmWindows: room.autoConfirmWindows.map((window) => ({ ...window, day: String(window.day) })),
});

export const inputOf = ({
  connectionKind,
  connectionMbps,
  accommodations,
  ...values
}: RoomValues): RoomInput => ({
  ...values,
  accommodations: accommodations as RoomInput['accommodations'],
  connectionKind: (connectionKind || null) as RoomInput['connectionKind'],
  connectionMbps: connectionKind && connectionKind !== 'aucune' && connectionMbps > 0 ? connectionMbps : null,
  autoConfirmWindows: values.autoConfirmWindows.map((window) => ({ ...window, day: Number(window.day) })),
});
