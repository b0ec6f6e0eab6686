/** « CRCN 1.1, 1.2\u202f; PIM 3.1 » */
function byFramework(codes: string[]): string {
  const frameworks = new Map<string, string[]>();
  for (const code of codes) {
    const [framework = '', rest = ''] = code.split(/ (.*)/);
    frameworks.set(framework, [...(frameworks.get(framework) ?? []), rest]);
  }
  return [...frameworks].map(([framework, numbers]) => `${framework} ${numbers.join(', ')}`).join('\u202f; ');
}

export const text = {
  title: 'Formateurs',
  lead: 'Ce que chacun peut enseigner\u202f: c’est par là que la recherche d’un créneau les trouve.',
  list: 'Formateurs',
  query: 'Nom ou spécialité',
  search: 'Rechercher',
  teaches: (codes: string[]) => `Enseigne\u202f: ${byFramework(codes)}`,
  teachesNothing: 'Compétences à indiquer',
  noneTitle: 'Aucun formateur ne porte ce nom ni cette spécialité',
  none: 'Vérifiez l’orthographe, ou videz la recherche pour voir tous les formateurs.',
  trainerLead: 'Les compétences que cette personne peut enseigner. Elle les voit et les corrige aussi, sur sa page.',
  label: 'Compétences enseignées',
  level: 'Jusqu’au niveau',
  save: 'Enregistrer les compétences',
  saved: 'Les compétences sont enregistrées.',
};
