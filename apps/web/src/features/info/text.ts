export interface InfoText {
  title: string;
  lead: string;
  sections: { title: string; paragraphs: string[]; items?: string[] }[];
}

export const accessibility: InfoText = {
  title: 'Accessibilité',
  lead: 'Relais s’adresse à tous les agents, quels que soient leur handicap, leur âge ou leur ordinateur. Cette page dit où nous en sommes.',
  sections: [
    {
      title: 'État de conformité',
      paragraphs: [
        'Relais vise la conformité au RGAA 4.1.2 (106 critères). Il est déclaré partiellement conforme : les contrôles automatiques ne relèvent pas de défaut grave, mais l’audit complet par un tiers n’a pas encore eu lieu.',
      ],
    },
    {
      title: 'Ce que nous avons fait',
      paragraphs: ['Chaque écran est construit pour que l’on puisse :'],
      items: [
        'tout faire au clavier, avec un focus toujours visible et des liens d’accès rapide ;',
        'lire avec un lecteur d’écran : titres, repères, libellés et messages annoncés ;',
        'agrandir jusqu’à 400 % sans défilement horizontal ;',
        'lire un texte contrasté, dans une police conçue pour la basse vision ;',
        'comprendre sans la couleur : chaque état porte un mot et une icône.',
      ],
    },
    {
      title: 'Ce qui reste à faire',
      paragraphs: ['Nous connaissons ces limites et nous y travaillons :'],
      items: [
        'les situations géographiques renvoient vers un site de cartes externe, dont l’adresse postale est l’équivalent ;',
        'les descriptions rédigées par les lieux n’ont pas toutes été relues.',
      ],
    },
    {
      title: 'Signaler une difficulté',
      paragraphs: [
        'Si une page vous résiste, dites-le au service formation de votre collectivité, qui nous transmet la difficulté et vous donne l’information sous une autre forme.',
        'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : par son formulaire en ligne, auprès de son délégué dans votre département, ou par courrier gratuit, sans timbre, à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      ],
    },
  ],
};

export const legal: InfoText = {
  title: 'Mentions légales',
  lead: 'Relais est édité dans le cadre de la convention de coopération conclue en 2015 entre le CNFPT et l’État.',
  sections: [
    {
      title: 'Éditeurs',
      paragraphs: [
        'Centre national de la fonction publique territoriale (CNFPT), établissement public, 80 rue de Reuilly, 75012 Paris.',
        'État, secrétariat d’État chargé du Numérique.',
      ],
    },
    {
      title: 'Données personnelles',
      paragraphs: [
        'Relais ne demande que ce qui sert à votre formation : votre identité, votre employeur, votre emploi et vos demandes. Votre supérieur et votre service formation voient vos demandes ; les autres agents ne voient rien.',
        'Un seul cookie est déposé, à la connexion, pour vous reconnaître d’une page à l’autre. Il n’y a ni mesure d’audience ni publicité.',
        'Vous pouvez demander l’accès à vos données, leur rectification ou leur effacement au délégué à la protection des données de votre employeur ou du CNFPT, et saisir la CNIL.',
      ],
    },
    {
      title: 'Sources',
      paragraphs: [
        'Les informations reprises d’un partenaire citent leur source. Les données de référence (communes, lieux, jours fériés) viennent de sources ouvertes, sous Licence Ouverte ou ODbL.',
      ],
    },
  ],
};

export const openData = {
  title: 'Données ouvertes',
  lead: 'Le catalogue et les lieux sont réutilisables librement sous Licence Ouverte 2.0, en citant Relais et la date de la donnée.',
  places: 'Les lieux de médiation numérique',
  standard: 'Les fichiers suivent le standard national « Lieux de médiation numérique », version 1.0.2. Ils sont écrits au moment où vous les demandez.',
  formats: { csv: 'CSV, pour un tableur', json: 'JSON, pour un programme', geojson: 'GeoJSON, pour une carte' },
  counts: (places: number, published: number) =>
    `${places.toLocaleString('fr-FR')} lieux${published > places ? ` (${(published - places).toLocaleString('fr-FR')} autres ne sont pas assez décrits pour le standard)` : ''}.`,
  changed: (day: string) => `Dernier changement le ${day}.`,
  private: 'Rien de personnel\u202f: ni numéro mobile, ni adresse électronique au nom de quelqu’un.',
  formulas: 'Dans le CSV, un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe. Un identifiant inconnu est écrit 00000000000000.',
  sources: 'D’où viennent les lieux',
  source: 'Source',
  count: 'Lieux',
  updatedOn: 'Mise à jour',
  licences:
    'Les listes de l’annuaire sont reprises sous Licence Ouverte 2.0 (Hinaura) et sous licence MIT (dépôt mednum-cli)\u202f; citez aussi la source de chaque lieu.',
  others: 'Les autres données',
  pages: 'Ces adresses répondent en JSON, sans compte, page par page (limit, cursor).',
};

export const openDataLinks = [
  { href: '/api/v1/courses?limit=100', label: 'Formations publiées' },
  { href: '/api/v1/venues?limit=100', label: 'Lieux publiés, page par page' },
  { href: '/api/v1/open-data/lieux', label: 'Description des fichiers de lieux' },
  { href: '/api/v1/reference/departements', label: 'Départements' },
];

export const verify = {
  title: 'Vérifier une attestation',
  lead: 'Recopiez le code imprimé au bas de l’attestation.',
  code: 'Code de l’attestation',
  codeMissing: 'Indiquez le code de l’attestation.',
  action: 'Vérifier',
  refused: 'Il manque le code',
  validTitle: 'Cette attestation est authentique',
  invalidTitle: 'Aucune attestation ne porte ce code',
  invalid: 'Vérifiez que le code est recopié en entier. Il figure au bas de l’attestation, sous le mot « Vérification ».',
  again: 'Vérifier un autre code',
  holder: 'Délivrée à',
  course: 'Formation',
  session: 'Session',
  dates: 'Dates',
  hours: 'Heures suivies',
  issued: 'Délivrée le',
};
