import { invalid } from '@app/platform';
import type { Sort } from './directory.dto';

interface Asked {
  q?: string;
  lat?: number;
  lon?: number;
  commune?: string;
  radius?: number;
  sort?: Sort;
}

/** A point has two coordinates; a radius and a sort by distance need a centre. */
export function checkNear({ lat, lon, commune, radius, sort }: Asked): void {
  if ((lat === undefined) !== (lon === undefined))
    throw invalid(lat === undefined ? '/lat' : '/lon', 'directory.point', 'La latitude et la longitude vont ensemble.');
  const hasCentre = lat !== undefined || commune !== undefined;
  if (radius !== undefined && !hasCentre)
    throw invalid('/radius', 'directory.no_centre', 'Dites autour de quel point ou de quelle commune.');
  if (sort === 'distance' && !hasCentre)
    throw invalid('/sort', 'directory.no_centre', 'Dites de quel point ou de quelle commune mesurer la distance.');
}

export const sortOf = ({ q, sort }: Asked, hasCentre: boolean): Sort =>
  sort === 'relevance' && !q ? 'name' : (sort ?? (hasCentre ? 'distance' : q ? 'relevance' : 'name'));

const MARKER_PIXELS = 56;
const TILE_PIXELS = 256;

/** Degrees of the globe that a marker hides at a zoom of the map. */
export const cellOf = (zoom: number): number => ((360 / 2 ** zoom) * MARKER_PIXELS) / TILE_PIXELS;
