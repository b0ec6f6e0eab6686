import { lifecycle } from '@app/platform';

export const DUPLICATE_STATUSES = ['proposed', 'dismissed', 'merged'] as const;
export type DuplicateStatus = (typeof DUPLICATE_STATUSES)[number];

export const duplicateLife = lifecycle<DuplicateStatus, 'merge' | 'dismiss' | 'reopen' | 'undo'>({
  merge: { from: ['proposed'], to: 'merged' },
  dismiss: { from: ['proposed'], to: 'dismissed' },
  reopen: { from: ['dismissed'], to: 'proposed' },
  undo: { from: ['merged'], to: 'proposed' },
});

export interface Likeness {
  nameSimilarity: number;
  distanceMetres: number | null;
  sameStreet: boolean;
  samePivot: boolean;
}

/** Why two places are thought to be one, in words. */
export function reasonsOf({ nameSimilarity, distanceMetres, sameStreet, samePivot }: Likeness): string[] {
  return [
    ...(samePivot ? ['Même identifiant (SIRET, RNA ou RIDET)'] : []),
    nameSimilarity >= 0.99 ? 'Même nom' : `Noms proches à ${Math.round(nameSimilarity * 100)} %`,
    ...(sameStreet ? ['Même rue'] : []),
    apart(distanceMetres),
  ];
}

const apart = (metres: number | null): string => {
  if (metres === null) return 'Distance inconnue';
  return metres === 0 ? 'Au même point' : `À ${metres.toLocaleString('fr-FR')} m l’un de l’autre`;
};
