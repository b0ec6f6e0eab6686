export const text = {
  title: 'Bulletin d’inscription',
  lead: 'Imprimez-le, faites-le signer par votre employeur, puis remettez-le à votre référent formation\u202f: la délégation du CNFPT le saisit.',
  print: 'Imprimer',
  session: 'Session',
  when: 'Dates',
  where: 'Lieu',
  agent: 'Agent',
  agentTerms: ['Nom et prénom', 'Employeur', 'Cadre d’emplois et grade', 'Courriel ou adresse', 'Pourquoi cette formation'],
  /** What is written in full sentences. */
  atLength: ['Pourquoi cette formation', 'Avis motivé'] as string[],
  opinion: 'Avis du supérieur hiérarchique',
  opinionTerms: ['Avis motivé', 'Nom', 'Date et signature'],
  authority: 'Autorité territoriale',
  authorityTerms: ['Nom et qualité', 'Date', 'Signature et cachet'],
  warning: 'Le CNFPT ne prend pas en compte une inscription que l’autorité territoriale n’a pas signée.',
} as const;
