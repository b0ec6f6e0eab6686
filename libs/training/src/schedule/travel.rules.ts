/** A place one travels from or to. */
export interface Spot {
  id: string;
  latitude: number | null;
  longitude: number | null;
  departementCode: string | null;
}

/**
 * Our assumptions, without a route planner: they err on the long side, so that nobody is sent where they cannot be in time.
 * A road is 1.3 times the great circle, driven (or ridden by train, doors included) at 70 km/h, with 30 minutes at both ends together;
 * between two lands one flies at 800 km/h, three hours at the airport before and two hours after, and one sleeps after a long flight.
 */
export const TRAVEL = {
  detour: 1.3,
  roadKmPerHour: 70,
  roadMarginMinutes: 30,
  /** From one place to another in the same streets. */
  nextDoorKm: 1,
  nextDoorMinutes: 15,
  flightKmPerHour: 800,
  flightMarginMinutes: 300,
  longFlightMinutes: 300,
  restMinutes: 660,
  /** When nobody knows where a place is. */
  unknownMinutes: 60,
  unknownFlightMinutes: 1680,
} as const;

export interface Travel {
  /** As one travels; null when the position of a place is unknown. */
  km: number | null;
  minutes: number;
  isFlight: boolean;
}

/** The mainland, Corsica, and each overseas territory: one flies from one to another. */
const landOf = (departementCode: string | null): string =>
  departementCode === null ? '' : /^2[AB]$/.test(departementCode) ? 'corse' : /^9[78]/.test(departementCode) ? departementCode : '';

const RADIANS = Math.PI / 180;
/** Great circle, in kilometres. */
export function greatCircle(a: Spot, b: Spot): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const half = (from: number, to: number) => Math.sin(((to - from) * RADIANS) / 2) ** 2;
  const cosines = Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS);
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, half(a.latitude, b.latitude) + cosines * half(a.longitude, b.longitude))));
}

export function travelBetween(a: Spot, b: Spot): Travel {
  if (a.id === b.id) return { km: 0, minutes: 0, isFlight: false };
  const isFlight = landOf(a.departementCode) !== landOf(b.departementCode);
  const circle = greatCircle(a, b);
  if (circle === null) return { km: null, minutes: isFlight ? TRAVEL.unknownFlightMinutes : TRAVEL.unknownMinutes, isFlight };
  if (isFlight) {
    const air = (circle / TRAVEL.flightKmPerHour) * 60;
    return { km: circle, minutes: air + TRAVEL.flightMarginMinutes + (air > TRAVEL.longFlightMinutes ? TRAVEL.restMinutes : 0), isFlight };
  }
  if (circle <= TRAVEL.nextDoorKm) return { km: circle, minutes: TRAVEL.nextDoorMinutes, isFlight };
  const km = circle * TRAVEL.detour;
  return { km, minutes: (km / TRAVEL.roadKmPerHour) * 60 + TRAVEL.roadMarginMinutes, isFlight };
}
