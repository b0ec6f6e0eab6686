import type { Feature } from 'geojson';
import shipped from '../../../../../data/departements-contours/contours.json';

const HUNDREDTHS = 100;

/** The outline of the départements and overseas collectivities, from steps in hundredths of a degree. */
export const contours = (): Feature[] =>
  shipped.departements.map(({ code, name, rings }) => ({
    type: 'Feature',
    properties: { code, name },
    geometry: { type: 'MultiPolygon', coordinates: rings.map((steps) => [ring(steps)]) },
  }));

function ring(steps: number[]): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    points.push([x / HUNDREDTHS, y / HUNDREDTHS]);
  }
  return points;
}
