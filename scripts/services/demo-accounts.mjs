const PASSWORD = 'Relais-2015-demo';
const ACCOUNTS = [
  ['Agent territorial', 'agent'],
  ['Référent formation de l’employeur', 'employeur'],
  ['Supérieur hiérarchique', 'superieur'],
  ['Formateur', 'formateur'],
  ['Hôte d’un lieu', 'hote'],
  ['Gestionnaire du catalogue', 'catalogue'],
  ['Agence du Numérique (État)', 'etat'],
  ['Administrateur', 'admin'],
];

/** One account per role, as a table. */
export const demoAccounts = () =>
  [
    `Comptes de démonstration (mot de passe : ${PASSWORD})`,
    ...ACCOUNTS.map(([role, name]) => `  ${role.padEnd(36)}${name}@demo.relais.example`),
  ].join('\n');
