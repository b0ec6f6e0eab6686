import { EquipmentView } from '../equipment/equipment.dto';
import { RoomView } from '../room/room.dto';
import { OpeningWeekView } from '../opening/opening.dto';
import type { VenueStatus } from './venue.rules';

export class VenueCard {
  id: string;
  slug: string;
  name: string;
  communeName: string | null;
  postalCode: string | null;
  departementCode: string | null;
  typologies: string[];
  services: string[];
  latitude: number | null;
  longitude: number | null;
  status: VenueStatus;
  roomsCount: number;
}

/** A place, to who manages it. */
export class ManagedVenue extends VenueCard {
  /** Day its producer's list no longer had it; null when it has, or when someone said that the place is there all the same. */
  goneOn: string | null;
  operatorName: string | null;
}

export class ManagedVenues {
  items: ManagedVenue[];
  nextCursor: string | null;
}

export class VenueOperator {
  id: string;
  name: string;
}

export class VenueSession {
  id: string;
  code: string;
  courseTitle: string;
  courseSlug: string;
  status: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  capacity: number;
  seatsLeft: number;
  enrolmentClosesAt: Date;
}

export type VenueAction = 'edit' | 'publish' | 'withdraw' | 'keep' | 'claim';

export class VenueDetail extends VenueCard {
  pivot: string | null;
  address: string | null;
  addressExtra: string | null;
  communeCode: string | null;
  timeZone: string;
  phone: string | null;
  emails: string[];
  website: string | null;
  otherWebsites: string[];
  /** As the open data write them, in the OpenStreetMap syntax. */
  openingHours: string | null;
  /** The same as a week; null when they are unknown, or not the same every week. */
  opening: OpeningWeekView | null;
  summary: string | null;
  description: string | null;
  publics: string[];
  care: string[];
  fees: string[];
  programmes: string[];
  labels: string[];
  otherLabels: string[];
  accessModes: string[];
  supportModes: string[];
  accesslibreUrl: string | null;
  bookingUrl: string | null;
  itinerance: string | null;
  parentStructure: string | null;
  updatedOn: string | null;
  /** The directory it comes from; `relais` when it was entered here. */
  source: string;
  collectedBy: string | null;
  /** Day its producer's list no longer had it; only said to those who manage the place. */
  goneOn: string | null;
  /** Day someone said that it is there all the same; only said to those who manage it. */
  keptOn: string | null;
  operator: VenueOperator | null;
  rooms: RoomView[];
  /** What its rooms share. */
  equipment: EquipmentView[];
  upcomingSessions: VenueSession[];
  /** What the reader may do now. */
  actions: VenueAction[];
  version: number;
}

export class MissingField {
  pointer: string;
  code: string;
  detail: string;
}

export class VenuePublication {
  /** What the place still needs to be published; none when it is ready. */
  missing: MissingField[];
}
