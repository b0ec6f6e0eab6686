import { Column } from 'typeorm';

const text = { type: 'text' } as const;
const optional = { type: 'text', nullable: true } as const;
const list = { type: 'text', array: true, default: () => "'{}'" } as const;

/** The fields of the national standard v1.0.2 (`docs` of the library name the French columns). */
export abstract class StandardPlace {
  /** SIRET, RNA or RIDET; null when the producer only has the all-zero placeholder. */
  @Column(optional) pivot: string | null;
  @Column(text) name: string;
  @Column(optional) address: string | null;
  @Column(optional) addressExtra: string | null;
  @Column(optional) postalCode: string | null;
  @Column(optional) communeName: string | null;
  @Column(optional) communeCode: string | null;
  @Column({ type: 'double precision', nullable: true }) latitude: number | null;
  @Column({ type: 'double precision', nullable: true }) longitude: number | null;
  @Column(list) typologies: string[];
  @Column(optional) phone: string | null;
  @Column(list) emails: string[];
  @Column(optional) website: string | null;
  @Column(list) otherWebsites: string[];
  /** OpenStreetMap `opening_hours` syntax. */
  @Column(optional) openingHours: string | null;
  @Column(optional) summary: string | null;
  @Column(optional) description: string | null;
  /** Who collected the data: the standard's `source`. */
  @Column(optional) collectedBy: string | null;
  @Column(optional) itinerance: string | null;
  @Column(optional) parentStructure: string | null;
  /** Day the data were last checked by whoever holds them. */
  @Column({ type: 'date', nullable: true }) updatedOn: string | null;
  @Column(list) services: string[];
  @Column(list) publics: string[];
  @Column(list) care: string[];
  @Column(list) fees: string[];
  @Column(list) programmes: string[];
  @Column(list) labels: string[];
  @Column(list) otherLabels: string[];
  @Column(list) accessModes: string[];
  @Column(list) supportModes: string[];
  @Column(optional) accesslibreUrl: string | null;
  @Column(optional) bookingUrl: string | null;
}

export type StandardFields = { [K in keyof StandardPlace]: StandardPlace[K] };
