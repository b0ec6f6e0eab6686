const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const text = {
  title: 'Places réservées et priorités',
  lead: 'Gardez des places pour un employeur ou une délégation jusqu’à une date, ou limitez leur nombre. La page publique de la session le dit.',
  row: (row: number) => `Organisation ${row}`,
  organisation: 'Employeur ou délégation',
  organisationHint: 'Une partie de son nom, ou son SIRET.',
  organisationMissing: 'Choisissez un employeur ou une délégation.',
  reserved: 'Places réservées',
  release: 'Jusqu’au, puis pour tous',
  atMost: 'Au plus',
  atMostHint: '0\u202f: sans maximum.',
  used: (count: number) => `${plural(count, 'place prise', 'places prises')} par ses agents.`,
  add: 'Ajouter une organisation',
  remove: 'Retirer',
  removeOf: (row: number) => `Retirer l’organisation ${row}`,
  none: 'Aucune place n’est réservée.',
  save: 'Enregistrer les places réservées',
  saved: 'Les places réservées sont enregistrées. Celles qui se libèrent sont proposées.',
  refused: 'Les places réservées ne sont pas enregistrées',
  over: 'La session est terminée ou annulée\u202f: ses places ne changent plus.',
};
