/** The frameworks shipped in `data/referentiels`, whose `SOURCE.md` says where they come from. */
export const FRAMEWORKS = [
  { code: 'CRCN', edition: '2019', label: 'Cadre de référence des compétences numériques', licence: 'acte officiel (décret n° 2019-919)', language: 'fr', file: 'crcn-2019.json' },
  { code: 'PIM', edition: '2011', label: 'Passeport internet et multimédia', licence: 'acte officiel (référentiel de janvier 2011)', language: 'fr', file: 'pim-2011.json' },
  { code: 'C2I2E', edition: '2011', label: 'Certificat informatique et internet de l’enseignement supérieur, niveau 2 « enseignant »', licence: 'acte officiel (arrêté du 14 décembre 2010)', language: 'fr', file: 'c2i2e-2011.json' },
  { code: 'DIGCOMP', edition: '2.1', label: 'DigComp', licence: '© Union européenne, réutilisation autorisée (décision 2011/833/UE)', language: 'en', file: 'digcomp-2.1.json' },
] as const;

/** Labels of DigComp stay as published; the names of its levels are ours to say. */
export const BANDS_IN_FRENCH: Record<string, string> = {
  Foundation: 'élémentaire',
  Intermediate: 'intermédiaire',
  Advanced: 'avancé',
  'Highly specialised': 'très spécialisé',
};
