import { shippedText } from './reference.sources';

export interface Centre {
  lat: number;
  lon: number;
}

interface Situated {
  code: string;
  commune?: string;
  codesPostaux?: string[];
}

/** Where the middle of each commune is: its own, else that of its city, else the middle of those that share its postal code. */
export function centres(communes: readonly Situated[]): { hash: string; of: (commune: Situated) => Centre | null } {
  const { hash, content } = shippedText('communes-geonames', 'centres.csv');
  const own = new Map(
    content
      .trim()
      .split('\n')
      .slice(1)
      .map((line): [string, Centre] => {
        const [code = '', lat, lon] = line.split(',');
        return [code, { lat: Number(lat), lon: Number(lon) }];
      }),
  );
  const byPostalCode = new Map<string, Centre[]>();
  for (const { code, codesPostaux = [] } of communes) {
    const centre = own.get(code);
    if (centre) for (const postalCode of codesPostaux) byPostalCode.set(postalCode, [...(byPostalCode.get(postalCode) ?? []), centre]);
  }
  return {
    hash,
    of: ({ code, commune, codesPostaux = [] }) =>
      own.get(code) ?? (commune === undefined ? undefined : own.get(commune)) ?? middle(codesPostaux.flatMap((postalCode) => byPostalCode.get(postalCode) ?? [])),
  };
}

const middle = (around: Centre[]): Centre | null =>
  around.length
    ? {
        lat: around.reduce((sum, { lat }) => sum + lat, 0) / around.length,
        lon: around.reduce((sum, { lon }) => sum + lon, 0) / around.length,
      }
    : null;
