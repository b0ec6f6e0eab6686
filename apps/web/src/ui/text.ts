export const text = {
  breadcrumb: 'Fil d’Ariane',
  home: 'Accueil public',
  required: 'obligatoire',
  optional: 'facultatif',
  loading: 'Chargement en cours…',
  showMore: 'Afficher la suite',
  shown: (count: number, total?: number) => (total === undefined ? '' : `${count} sur ${total}`),
  retry: 'Réessayer',
  close: 'Fermer',
  cancel: 'Annuler',
  clear: 'Effacer la recherche',
  search: 'Rechercher',
  chosen: (count: number) => `${count} valeurs choisies`,
  choose: 'Choisir…',
  noSuggestion: 'Aucune proposition : vérifiez l’orthographe ou tapez moins de lettres.',
  notifications: 'Messages',
  info: 'Information',
  success: 'C’est fait',
  warning: 'À savoir',
  error: 'Ce n’est pas enregistré',
  formInvalid: (count: number) =>
    count === 1
      ? 'Un champ est à corriger. Son message vous dit comment.'
      : `${count} champs sont à corriger. Leurs messages vous disent comment.`,
  staleTitle: 'Cette fiche a changé entre-temps',
  stale:
    'Une autre personne l’a enregistrée pendant votre saisie, qui est toujours ici. Copiez ce que vous voulez garder, puis reprenez la version enregistrée.',
  takeSaved: 'Reprendre la version enregistrée',
  loadFailed: 'Ces informations n’ont pas pu être chargées',
  increase: 'Augmenter',
  decrease: 'Diminuer',
};
