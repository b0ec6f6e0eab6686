/** Plainer words for the values of the national standard, and its apostrophes as they are printed. */
export const plainWords: Record<string, string> = {
  'Prendre un RDV en ligne': 'Prendre rendez-vous en ligne',
  'Contacter par mail': 'Écrire un courriel',
  'Se présenter': 'Venir sans rendez-vous',
  'Envoyer un mail avec une fiche de prescription': 'Être orienté par un professionnel (fiche de prescription)',
  Surdité: 'Personnes sourdes ou malentendantes',
  'Handicaps moteurs': 'Handicaps moteurs',
  'Handicaps mentaux': 'Handicaps mentaux ou cognitifs',
  Illettrisme: 'Difficultés à lire ou à écrire',
  'Déficience visuelle': 'Personnes aveugles ou malvoyantes',
  'Langues étrangères (anglais)': 'Accueil en anglais',
  'Langues étrangères (autres)': 'Accueil dans d’autres langues',
  'Gratuit sous condition': 'Gratuit pour certains publics',
  'En autonomie': 'Seul, avec de l’aide à côté',
  'Accompagnement individuel': 'À deux, avec un médiateur',
  'Dans un atelier collectif': 'En groupe, dans un atelier',
  "Ce lieu n'accueille pas de public": 'Ce lieu n’accueille pas de public',
  "Point d'accès numérique CAF": 'Point d’accès numérique CAF',
};

export const plainly = (value: string): string => plainWords[value] ?? value;
