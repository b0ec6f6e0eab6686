import type { Theme } from '@app/training';

/** What the sheets of a theme share. Codes are those of the open references: métiers territoriaux (2013), CRCN, NSF, ROME. */
export interface ThemeSheet {
  situations: string[];
  metiers: string[];
  /** Of the CRCN, with the level aimed at. */
  competencies: [code: string, level: number][];
  nsf: string[];
  rome: string[];
}

export const SHEETS: Record<Theme, ThemeSheet> = {
  'culture-numerique': {
    situations: ['Choisir un outil numérique adapté à une tâche du service', 'Aider un collègue qui découvre un nouvel outil', 'Expliquer à des élus ce que change un projet numérique'],
    metiers: ['05/A/02', '03/A/02', '02/A/02'],
    competencies: [['5.2', 3], ['1.1', 3], ['2.4', 3]],
    nsf: ['326'],
    rome: ['M1602'],
  },
  'donnees-ouvertes': {
    situations: ['Répondre à une demande de réutilisation de données', 'Préparer le premier jeu de données de son service', 'Présenter à l’assemblée l’usage des données publiées'],
    metiers: ['02/A/06', '05/A/01', '04/A/06'],
    competencies: [['1.2', 4], ['1.3', 5], ['2.2', 4]],
    nsf: ['326'],
    rome: ['M1805'],
  },
  'mediation-numerique': {
    situations: ['Accueillir une personne qui n’ose pas utiliser un ordinateur', 'Animer un atelier de découverte pour un petit groupe', 'Orienter vers le bon service un usager en difficulté'],
    metiers: ['03/D/30', '06/A/02', '05/E/34'],
    competencies: [['2.1', 4], ['2.3', 4], ['5.1', 5]],
    nsf: ['332', '326'],
    rome: ['K1601', 'K2111'],
  },
  'accessibilite-numerique': {
    situations: ['Vérifier qu’une page du site peut être lue par tous', 'Publier un document que lit un lecteur d’écran', 'Demander à un prestataire un service accessible'],
    metiers: ['05/A/07', '03/A/07', '09/A/06'],
    competencies: [['3.3', 5], ['3.1', 5], ['2.2', 4]],
    nsf: ['326', '320'],
    rome: ['E1104', 'M1805'],
  },
  'e-administration': {
    situations: ['Accompagner un usager dans une démarche en ligne', 'Passer une procédure du papier au formulaire', 'Suivre une demande d’un service à l’autre'],
    metiers: ['06/A/02', '02/A/02', '04/B/10'],
    competencies: [['2.2', 3], ['1.2', 3], ['2.4', 3]],
    nsf: ['324'],
    rome: ['M1601', 'M1602'],
  },
  'protection-des-donnees': {
    situations: ['Tenir le registre des traitements de son service', 'Répondre à une personne qui demande ses données', 'Réagir à une fuite de données'],
    metiers: ['01/A/03', '07/A/06', '03/D/32'],
    competencies: [['4.2', 5], ['4.1', 4]],
    nsf: ['128', '326'],
    rome: ['K1903'],
  },
  'fabrication-numerique': {
    situations: ['Ouvrir un atelier de fabrication à un public débutant', 'Réparer un objet avec les habitants', 'Préparer une machine et ses consignes de sécurité'],
    metiers: ['10/D/23', '03/D/30'],
    competencies: [['3.2', 4], ['3.4', 3], ['5.1', 4]],
    nsf: ['326', '200'],
    rome: ['G1202'],
  },
  'e-reputation': {
    situations: ['Répondre à une critique publique', 'Surveiller ce qui se dit de sa collectivité', 'Fixer des règles d’usage avec les agents'],
    metiers: ['02/A/07', '01/A/07', '05/A/07'],
    competencies: [['2.4', 5], ['4.2', 4], ['1.1', 4]],
    nsf: ['320'],
    rome: ['E1103', 'E1101'],
  },
  'education-aux-medias': {
    situations: ['Animer une séance sur la vérification d’une information', 'Parler des écrans avec des familles', 'Monter un atelier radio ou journal avec des jeunes'],
    metiers: ['10/D/23', '02/D/30', '09/D/23'],
    competencies: [['1.1', 5], ['2.4', 4], ['4.3', 4]],
    nsf: ['321', '332'],
    rome: ['G1202', 'K1601'],
  },
  'securite-numerique': {
    situations: ['Reconnaître un message d’hameçonnage et le signaler', 'Travailler à distance sans exposer le service', 'Reprendre l’activité après une panne'],
    metiers: ['07/A/06', '03/A/06', '12/A/06'],
    competencies: [['4.1', 4], ['4.2', 3], ['5.1', 3]],
    nsf: ['326'],
    rome: ['M1802', 'M1810'],
  },
  'outils-collaboratifs': {
    situations: ['Écrire un document à plusieurs', 'Préparer et animer une réunion à distance', 'Ranger les dossiers d’un service pour que chacun s’y retrouve'],
    metiers: ['05/A/02', '03/A/02', '12/A/06'],
    competencies: [['2.3', 4], ['2.1', 3], ['1.2', 3]],
    nsf: ['324', '326'],
    rome: ['M1602', 'M1604'],
  },
  'pilotage-numerique': {
    situations: ['Cadrer un projet numérique avec les services', 'Choisir entre acheter, partager et développer', 'Rendre compte aux élus de l’avancement et des coûts'],
    metiers: ['01/A/06', '05/A/06', '02/A/01'],
    competencies: [['2.3', 5], ['5.2', 5]],
    nsf: ['326', '310'],
    rome: ['M1803', 'M1806'],
  },
};

/** Of the courses whose agents are not all paid for by the CNFPT. */
export const TERMS: Record<string, string> = {
  cnfpt: '',
  shared: 'Le CNFPT prend en charge les agents territoriaux ; l’État prend en charge les médiateurs des associations, dans la limite de quatre places par session.',
  project_sheet: 'Voir la fiche technique de l’action : conditions d’accès des autres publics, coût par place et modalités de remboursement.',
};

export const ATTESTATIONS: Record<string, string> = {
  presence: 'Avoir suivi toutes les demi-journées. L’attestation est remise à l’agent et à son employeur.',
  distance: 'Avoir terminé tous les modules et répondu au questionnaire final.',
  mixed: 'Avoir suivi les demi-journées en présence et terminé le travail à distance.',
  immersion: 'Avoir accompli toute l’immersion ; le compagnon valide le carnet de bord.',
  work_situation: 'Avoir accompli le parcours en situation de travail, validé par le tuteur.',
};

export const ACCESSIBILITY = [
  'Salle de plain-pied, boucle magnétique sur demande. Dites vos besoins en demandant une place : le conseiller vous rappelle.',
  'Supports remis une semaine avant, en grands caractères sur demande. Pauses toutes les heures et demie.',
  'Un poste est équipé d’un lecteur d’écran et d’un grand écran. Interprète en langue des signes sur demande, trois semaines avant.',
];
