/** The same for every calendar that an agenda may read. */
export const feedText = {
  feed: 'Recevoir dans mon agenda',
  feedNone: 'Aucune adresse n’est en service.',
  feedSince: (when: string) =>
    `Une adresse est en service depuis le ${when}. Elle n’est montrée qu’à sa création.`,
  feedCreate: 'Créer l’adresse',
  feedRenew: 'Changer d’adresse',
  feedRenewTitle: 'Changer l’adresse du calendrier ?',
  feedRenewEffect:
    'L’ancienne adresse cesse de répondre aussitôt : les agendas qui la suivent devront recevoir la nouvelle.',
  feedStop: 'Arrêter',
  feedStopTitle: 'Arrêter la diffusion du calendrier ?',
  feedStopEffect: 'Les agendas qui le suivent ne recevront plus rien.',
  feedCreated: 'La nouvelle adresse est en service. Copiez-la maintenant.',
  feedStopped: 'Le calendrier n’est plus diffusé.',
  feedAddress: 'Adresse à donner à votre agenda',
};
