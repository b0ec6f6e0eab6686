import { lifecycle } from '@app/platform';

export const VENUE_STATUSES = ['draft', 'submitted', 'published', 'withdrawn'] as const;
export type VenueStatus = (typeof VENUE_STATUSES)[number];

export const venueLife = lifecycle<VenueStatus, 'publish' | 'withdraw'>({
  publish: { from: ['draft', 'submitted', 'withdrawn'], to: 'published' },
  withdraw: { from: ['submitted', 'published'], to: 'withdrawn' },
});

/** Its producer no longer lists it, and nobody said that it is there all the same. */
export const isUnsettled = ({ goneOn, keptOn }: { goneOn: string | null; keptOn: string | null }): boolean => goneOn !== null && keptOn === null;

export interface Publishable {
  name: string;
  address: string | null;
  communeName: string | null;
  communeCode: string | null;
  latitude: number | null;
  operatorId: string | null;
  rooms: number;
}

export interface Missing {
  pointer: string;
  code: string;
  detail: string;
}

const blank = (text: string | null) => text === null || text.trim() === '';

/** What a place still needs to be in view. Without operator it is an entry of a directory: nobody can book a room there. */
export function missingForPublication(venue: Publishable): Missing[] {
  const missing: Missing[] = [];
  const need = (isMissing: boolean, pointer: string, detail: string) => {
    if (isMissing) missing.push({ pointer, code: 'venue.incomplete', detail });
  };
  need(blank(venue.name), '/name', 'Donnez un nom au lieu.');
  need(blank(venue.address), '/address', 'Indiquez l’adresse du lieu.');
  need(blank(venue.communeName), '/communeName', 'Indiquez la commune du lieu.');
  need(
    venue.communeCode === null && venue.latitude === null,
    '/communeCode',
    'Choisissez la commune dans la liste, ou placez le lieu sur la carte.',
  );
  need(venue.operatorId !== null && venue.rooms === 0, '/rooms', 'Ajoutez au moins une salle.');
  return missing;
}

/** A place that changes hands stays in view only when it is complete; else its host completes and publishes it. */
export const statusUnderNewOperator = (status: VenueStatus, venue: Publishable): VenueStatus =>
  status === 'published' && missingForPublication(venue).length ? 'draft' : status;
