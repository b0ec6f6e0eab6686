interface Profile {
  category: string;
  statut: string;
  isMediateur: boolean;
}

/** An agent may belong to an audience by category, as a médiateur numérique, or by an emploi d'avenir. */
export const inAudience = ({ category, statut, isMediateur }: Profile, audience: readonly string[]): boolean =>
  audience.includes(category) ||
  (isMediateur && audience.includes('mediateur')) ||
  (statut === 'emploi_avenir' && audience.includes('emploi_avenir'));
