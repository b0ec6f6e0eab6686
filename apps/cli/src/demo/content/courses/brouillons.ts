import type { DemoCourse } from '../demo-course';

export const brouillons: DemoCourse[] = [
  {
    slug: 'jumeaux-numeriques-et-maquettes-urbaines-que-peut-en-attendre',
    title: 'Jumeaux numériques et maquettes urbaines : que peut en attendre une collectivité ?',
    summary:
      'Projet de stage : démêler les promesses des usages réels des maquettes numériques de territoire.',
    theme: 'culture-numerique',
    status: 'draft',
    modality: 'presence',
    durationHours: 6,
    financingRegime: 'cnfpt',
    audienceCategories: ['A', 'B'],
    audienceNote: '',
    prerequisites: 'Suivre un projet d’aménagement ou de réseau.',
    evaluation: 'À définir avec le groupe de travail.',
    keywords: ['jumeau numérique', 'urbanisme', 'données', 'maquette'],
    objectives: [
      'Décrire ce qu’est un jumeau numérique',
      'Identifier les données et les compétences nécessaires',
      'Évaluer l’intérêt pour un projet local',
    ],
    content: [
      'La fiche est en cours de rédaction avec la délégation. Le déroulé prévoit une matinée de démonstrations et une après-midi d’analyse de trois projets de collectivités.',
      'Les intervenants restent à désigner. Une vigilance particulière est demandée sur le coût complet et sur la mise à jour des données.',
    ],
  },
  {
    slug: 'mediation-numerique-en-etablissement-penitentiaire',
    title: 'Médiation numérique en établissement pénitentiaire',
    summary:
      'Projet de stage : préparer des interventions numériques dans un cadre contraint, avec les services de l’État et les associations.',
    theme: 'mediation-numerique',
    status: 'draft',
    modality: 'presence',
    durationHours: 12,
    financingRegime: 'project_sheet',
    audienceCategories: ['B', 'C'],
    audienceNote: '',
    prerequisites: 'Intervenir ou se préparer à intervenir en détention.',
    evaluation: 'À définir avec le groupe de travail.',
    keywords: ['médiation', 'détention', 'insertion', 'cadre contraint'],
    objectives: [
      'Connaître le cadre et les règles de l’intervention',
      'Adapter un atelier à l’absence de réseau',
      'Travailler avec les partenaires de l’insertion',
    ],
    content: [
      'La fiche technique de cette action doit préciser les publics non territoriaux et le partage des coûts avant toute publication.',
      'Le contenu s’appuiera sur les retours de deux médiateurs intervenant déjà en détention et sur les ressources hors ligne existantes.',
    ],
  },
  {
    slug: 'forums-et-blogs-animer-une-communaute-en-ligne',
    title: 'Forums et blogs : animer une communauté en ligne',
    summary:
      'Ancien stage consacré aux forums et aux blogs, remplacé par la formation sur l’animation des réseaux sociaux.',
    theme: 'e-reputation',
    status: 'archived',
    modality: 'presence',
    durationHours: 6,
    financingRegime: 'cnfpt',
    audienceCategories: ['B', 'C'],
    audienceNote: '',
    prerequisites: 'Aucun.',
    evaluation: 'Questionnaire final.',
    keywords: ['forum', 'blog', 'communauté'],
    objectives: ['Ouvrir et modérer un forum', 'Rédiger des billets réguliers', 'Répondre aux commentaires'],
    content: [
      'Cette fiche est conservée pour mémoire : les attestations délivrées s’y rapportent encore. Elle n’ouvre plus à inscription.',
      'Son contenu a été repris et mis à jour dans la formation « Animer les réseaux sociaux d’un service public local ».',
    ],
  },
];
