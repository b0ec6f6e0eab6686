import type { DemoCourse } from './demo-course';
import { accessibiliteNumerique } from './courses/accessibilite-numerique';
import { brouillons } from './courses/brouillons';
import { cultureNumerique } from './courses/culture-numerique';
import { donneesOuvertes } from './courses/donnees-ouvertes';
import { eAdministration } from './courses/e-administration';
import { eReputation } from './courses/e-reputation';
import { educationAuxMedias } from './courses/education-aux-medias';
import { fabricationNumerique } from './courses/fabrication-numerique';
import { formationDeFormateurs } from './courses/formation-de-formateurs';
import { mediationNumerique } from './courses/mediation-numerique';
import { outilsCollaboratifs } from './courses/outils-collaboratifs';
import { pilotageDeProjets } from './courses/pilotage-de-projets';
import { protectionDesDonnees } from './courses/protection-des-donnees';
import { securiteNumerique } from './courses/securite-numerique';

/** The catalogue of the demo year: written for this project, for agents of local government. */
export const COURSES: DemoCourse[] = [
  ...accessibiliteNumerique,
  ...brouillons,
  ...cultureNumerique,
  ...donneesOuvertes,
  ...eAdministration,
  ...eReputation,
  ...educationAuxMedias,
  ...fabricationNumerique,
  ...formationDeFormateurs,
  ...mediationNumerique,
  ...outilsCollaboratifs,
  ...pilotageDeProjets,
  ...protectionDesDonnees,
  ...securiteNumerique,
];
