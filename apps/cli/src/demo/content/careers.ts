/** A plausible post: métier of the répertoire, cadre d’emplois of today, and how often it is met. */
export interface Career {
  metier: string;
  cadre: string;
  category: 'A+' | 'A' | 'B' | 'C';
  weight: number;
  mediateur?: boolean;
}

const career = (metier: string, cadre: string, category: Career['category'], weight: number): Career => ({
  metier,
  cadre: `2026-${cadre}`,
  category,
  weight,
});
const mediateur = (metier: string, cadre: string, category: Career['category'], weight: number): Career => ({
  ...career(metier, cadre, category, weight),
  mediateur: true,
});

export const CAREERS: Career[] = [
  career('01/A/01', 'administrateurs-territoriaux', 'A+', 1),
  career('01/A/06', 'ingenieurs-en-chef-territoriaux', 'A+', 1),
  career('02/A/01', 'attaches-territoriaux', 'A', 2),
  career('01/A/05', 'attaches-territoriaux', 'A', 2),
  career('05/A/05', 'attaches-territoriaux', 'A', 2),
  career('08/A/03', 'attaches-territoriaux', 'A', 2),
  career('01/A/07', 'attaches-territoriaux', 'A', 2),
  career('05/A/07', 'attaches-territoriaux', 'A', 3),
  career('09/A/06', 'ingenieurs-territoriaux', 'A', 3),
  career('01/D/30', 'bibliothecaires-territoriaux', 'A', 2),
  career('07/D/22', 'assistants-territoriaux-socio-educatifs', 'A', 4),
  career('05/D/23', 'educateurs-territoriaux-de-jeunes-enfants', 'A', 2),
  career('02/A/02', 'redacteurs-territoriaux', 'B', 4),
  career('02/A/07', 'redacteurs-territoriaux', 'B', 3),
  career('06/A/04', 'redacteurs-territoriaux', 'B', 2),
  career('04/B/10', 'redacteurs-territoriaux', 'B', 2),
  career('12/A/06', 'techniciens-territoriaux', 'B', 4),
  career('02/A/06', 'techniciens-territoriaux', 'B', 2),
  career('02/D/30', 'assistants-territoriaux-de-conservation-du-patrimoine-et-des-bibliotheques', 'B', 3),
  career('03/D/32', 'assistants-territoriaux-de-conservation-du-patrimoine-et-des-bibliotheques', 'B', 2),
  mediateur('08/D/23', 'animateurs-territoriaux', 'B', 4),
  mediateur('05/E/34', 'animateurs-territoriaux', 'B', 3),
  career('06/A/02', 'adjoints-administratifs-territoriaux', 'C', 7),
  career('05/A/02', 'adjoints-administratifs-territoriaux', 'C', 4),
  career('02/D/27', 'adjoints-administratifs-territoriaux', 'C', 4),
  career('07/A/05', 'adjoints-administratifs-territoriaux', 'C', 3),
  career('08/D/22', 'adjoints-administratifs-territoriaux', 'C', 3),
  mediateur('03/D/30', 'adjoints-territoriaux-du-patrimoine', 'C', 5),
  mediateur('10/D/23', 'adjoints-territoriaux-d-animation', 'C', 5),
  career('11/D/23', 'adjoints-territoriaux-d-animation', 'C', 3),
  career('07/D/23', 'agents-territoriaux-specialises-des-ecoles-maternelles', 'C', 3),
  career('02/C/14', 'adjoints-techniques-territoriaux', 'C', 3),
  career('16/C/18', 'adjoints-techniques-territoriaux', 'C', 2),
  career('06/C/17', 'agents-de-maitrise-territoriaux', 'C', 2),
  career('02/E/34', 'agents-de-police-municipale', 'C', 2),
];

export const MOTIVATIONS: string[] = [
  'Cette formation correspond à un objectif fixé lors de mon dernier entretien professionnel.',
  'Je prends de nouvelles fonctions et j’ai besoin de repères solides sur ce sujet.',
  'Notre service ouvre une permanence d’aide aux démarches et je souhaite m’y préparer.',
  'Je souhaite pouvoir accompagner mes collègues, qui me sollicitent souvent.',
  'J’ai déjà suivi une initiation et j’aimerais approfondir par la pratique.',
  'Le projet de service prévoit de développer cette activité dès la rentrée.',
  'Je prépare un examen professionnel et cette formation complète ma préparation.',
  'Des usagers nous posent régulièrement des questions auxquelles je ne sais pas répondre.',
];

export const REFUSALS: string[] = [
  'Nécessité de service : votre équipe est en effectif réduit à cette période. Une autre session peut vous être proposée.',
  'Une demande portant sur le même objet a été satisfaite il y a moins de douze mois.',
  'Le plan de formation de l’année ne prévoit pas ce thème ; nous l’examinerons pour l’année prochaine.',
];

/** What supervisors say of the requests of their team. */
export const OPINIONS: string[] = [
  'La formation répond à un besoin du service, et l’absence est prévue au planning.',
  'Ces acquis serviront à toute l’équipe ; je soutiens la demande.',
  'Utile à la prise de poste ; un relais est organisé pendant ces jours.',
];

export const WITHDRAWALS: string[] = [
  'Je ne suis plus disponible à ces dates.',
  'Changement de poste au cours du trimestre.',
  'Contrainte familiale imprévue.',
];

export const CANCELLATIONS: string[] = [
  'Le nombre minimum de participants n’a pas été atteint.',
  'L’intervenante est indisponible ; une nouvelle date sera proposée.',
  'Le lieu d’accueil est fermé pour travaux.',
];
