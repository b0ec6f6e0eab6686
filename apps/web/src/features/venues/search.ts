import type { Care, Fee, Label, Public, Service } from './services';
import type { Typology } from './typologies';

export interface VenueSearch {
  q?: string;
  departement?: string;
  /** All of them; any of the others. */
  service?: Service[];
  public?: Public[];
  soin?: Care[];
  frais?: Fee[];
  label?: Label[];
  typologie?: Typology[];
  /** The NetPublic charter signed. */
  charte?: 'oui';
  accessible?: 'oui';
  /** `maintenant`, or a day and hour on the clock of each place. */
  ouvert?: string;
  /** Around the reader, when the browser gave a position. */
  lat?: string;
  lon?: string;
  /** Around a commune, by its code. */
  pres?: string;
  /** Kilometres. */
  rayon?: string;
  tri?: Sort;
  /** On a small screen, the map instead of the list. */
  vue?: 'carte';
}

export const sorts = ['distance', 'pertinence', 'nom'] as const;
export type Sort = (typeof sorts)[number];
export const radii = ['5', '10', '20', '50', '100'] as const;
export type Radius = (typeof radii)[number];
