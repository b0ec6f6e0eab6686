export const text = {
  commune: 'Près de quelle commune',
  departement: 'Département',
  everyDepartement: 'Tous les départements',
  communeOf: (name: string, departement: string) => `${name} (${departement})`,
};
