export const CATEGORIES = ['A+', 'A', 'B', 'C'] as const;
export type Category = (typeof CATEGORIES)[number];

/** `stagiaire_fp` is a probationary civil servant, not a trainee. */
export const STATUTS = ['fonctionnaire', 'stagiaire_fp', 'contractuel', 'emploi_avenir'] as const;
export type Statut = (typeof STATUTS)[number];

const CIVIL_SERVANTS: readonly Statut[] = ['fonctionnaire', 'stagiaire_fp'];

/** A civil servant always belongs to a cadre d'emplois; a contract refers to a category and may have none. */
export const needsCadre = (statut: Statut): boolean => CIVIL_SERVANTS.includes(statut);

/** The category is never chosen by the agent: it is the cadre's, or stays what the employer said. */
export const categoryOf = (cadre: { category: Category } | null, said: Category): Category =>
  cadre?.category ?? said;
