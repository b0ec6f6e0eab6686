export interface ShapeError {
  pointer: string;
  detail: string;
}

/** Longest texts of LHÉO 2.3 that the portal refuses to exceed. */
const MAX_LENGTH: Record<string, number> = {
  'intitule-formation': 255,
  'objectif-formation': 3000,
  'resultats-attendus': 3000,
  'contenu-formation': 3000,
};

/** What the portal needs in order to show an offer. Everything else is kept as received. */
export function shapeErrors(offer: unknown): ShapeError[] {
  const formation = child(offer, 'formation');
  if (!formation) return [{ pointer: '/formation', detail: 'Bloc « formation » absent.' }];
  return Object.entries(MAX_LENGTH).flatMap(([name, max]) => {
    const text = formation[name];
    const right = typeof text === 'string' && text.trim() !== '' && [...text].length <= max;
    return right
      ? []
      : [{ pointer: `/formation/${name}`, detail: `Texte de 1 à ${max} caractères attendu.` }];
  });
}

export function child(value: unknown, name: string): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = (value as Record<string, unknown>)[name];
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : undefined;
}
