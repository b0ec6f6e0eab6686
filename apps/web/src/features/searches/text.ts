import type { SavedSearch } from '../../api/types';

type Rhythm = SavedSearch['rhythm'];
const named = (name: string) => `«\u202f${name}\u202f»`;

export const text = {
  title: 'Mes recherches',
  lead: 'Les recherches que vous avez enregistrées, et les nouveautés qu’elles vous annoncent.',
  newOne: 'Faire une recherche',
  emptyTitle: 'Aucune recherche enregistrée',
  empty:
    'Dans le catalogue, choisissez des mots ou des filtres, puis «\u202fEnregistrer cette recherche\u202f». Un courriel vous préviendra dès qu’une formation, une session ou une place libre y répond.',
  toCatalogue: 'Chercher une formation',
  seeks: 'Critères',
  rhythms: {
    daily: 'Un courriel par jour, s’il y a du nouveau',
    weekly: 'Un courriel le lundi, s’il y a du nouveau',
    never: 'Pas de courriel',
  } satisfies Record<Rhythm, string>,
  edit: 'Modifier',
  editTitle: 'Modifier la recherche',
  editOf: (name: string) => `Modifier\u202f: ${named(name)}`,
  edited: 'La recherche est modifiée.',
  calendar: 'Suivre dans mon agenda',
  calendarOf: (name: string) => `Suivre dans mon agenda\u202f: ${named(name)}`,
  calendarLead:
    'Une adresse secrète permet à votre agenda (Thunderbird, Outlook, Google…) de suivre les sessions que trouve cette recherche. Quiconque la connaît peut les lire.',
  remove: 'Supprimer',
  removeOf: (name: string) => `Supprimer\u202f: ${named(name)}`,
  notRemoved: 'La recherche n’est pas supprimée',
  removed: (name: string) => `${named(name)} est supprimée`,
  removedEffect: 'Elle n’envoie plus de courriel et son agenda ne répond plus. Vous pouvez encore la remettre.',
  restore: 'Remettre',
  restoreOf: (name: string) => `Remettre\u202f: ${named(name)}`,
  restored: (name: string) => `${named(name)} est de nouveau enregistrée.`,
  notRestored: 'La recherche n’est pas remise',

  keep: 'Enregistrer cette recherche',
  keepSignedOut: 'Se connecter pour enregistrer cette recherche',
  keepLead: 'Un courriel vous prévient quand une formation paraît, quand une session s’ouvre et quand une place se libère dans une session complète.',
  name: 'Nom de la recherche',
  nameMissing: 'Donnez un nom à cette recherche.',
  rhythm: 'Prévenez-moi',
  mailTo: (email: string) => `Un seul courriel pour toutes vos recherches, à ${email}, et seulement s’il y a du nouveau.`,
  choices: { daily: 'Chaque jour, à partir de 7\u00a0heures', weekly: 'Chaque lundi', never: 'Jamais\u202f: je reviendrai voir' } satisfies Record<Rhythm, string>,
  save: 'Enregistrer',
  notSaved: 'La recherche n’est pas enregistrée',
  saved: 'La recherche est enregistrée.',
  keptAs: (name: string) => `Enregistrée sous le nom ${named(name)}`,
  seeAll: 'Voir mes recherches',

  stopTitle: 'Ne plus recevoir les nouveautés de vos recherches',
  stopLead: (searches: number) =>
    searches > 1
      ? `Vos ${searches} recherches enregistrées vous envoient un courriel quand une formation, une session ou une place libre y répond.`
      : 'Votre recherche enregistrée vous envoie un courriel quand une formation, une session ou une place libre y répond.',
  stopEffect:
    'Ces courriels s’arrêteront. Vos recherches seront gardées, et vous recevrez toujours ce qui concerne vos demandes et vos sessions.',
  stop: 'Arrêter ces courriels',
  notStopped: 'Les courriels ne sont pas arrêtés',
  stopped: 'Vous ne recevrez plus ces courriels',
  alreadyStopped: 'Vous ne recevez déjà plus ces courriels',
  stoppedNext: 'Vos recherches sont gardées. Pour les recevoir de nouveau, choisissez un rythme dans «\u202fMes recherches\u202f».',
  signIn: 'Voir mes recherches',
  missingTitle: 'Ce lien ne mène à aucun abonnement',
  missing: 'Il est incomplet, ou trop ancien. Ouvrez-le depuis le dernier courriel reçu, ou réglez vos courriels dans «\u202fMes recherches\u202f».',
};
