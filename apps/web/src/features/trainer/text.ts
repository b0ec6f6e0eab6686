import { hourRange } from '../../ui/dates';

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const text = {
  title: 'Mes sessions',
  lead: 'Les sessions que vous animez. L’appel s’ouvre au début de chacune.',
  toCall: 'Appels à faire',
  upcoming: 'À venir',
  past: 'Terminées',
  noneTitle: 'Aucune session ne vous est confiée',
  none: 'Quand un gestionnaire vous confiera une session, elle paraîtra ici et vous recevrez un courriel.',
  noUpcomingTitle: 'Aucune session à venir',
  noUpcoming: 'Les prochaines sessions que l’on vous confiera paraîtront ici.',
  browse: 'Parcourir le catalogue',
  place: (venue: string, commune: string | null) => [venue, commune].filter(Boolean).join(', '),
  seats: (taken: number, capacity: number) => `${plural(taken, 'personne inscrite', 'personnes inscrites')} sur ${capacity} places`,
  call: 'Faire l’appel',
  callOf: (course: string) => `Faire l’appel : ${course}`,
  see: 'Voir la liste',
  seeOf: (course: string) => `Voir la liste : ${course}`,
  rollTitle: (course: string) => `Appel : ${course}`,
  howTo: 'Cochez les personnes présentes à chaque demi-journée. Celles que vous ne cochez pas seront notées absentes.',
  notYetTitle: 'L’appel n’est pas encore ouvert',
  notYet: (start: string) => `Il s’ouvre au début de la session, ${start}. Voici les personnes attendues.`,
  closedTitle: 'L’appel est clos',
  closed: 'Les attestations sont délivrées aux personnes présentes. Les présences ne changent plus.',
  cancelledTitle: 'Cette session est annulée',
  cancelled: 'Il n’y a pas d’appel à faire.',
  nobodyTitle: 'Personne n’a de place dans cette session',
  nobody: 'Les demandes validées par les employeurs paraîtront ici.',
  backToSessions: 'Revenir à mes sessions',
  halfDays: { am: 'matin', pm: 'après-midi' },
  slot: (day: string, half: string, start: string, end: string) =>
    `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${half}, ${hourRange(start, end)}`,
  everybody: 'Tout le monde est présent',
  everybodyOf: (slot: string) => `Tout le monde est présent : ${slot}`,
  toDo: 'Appel à faire',
  notCalled: 'Pas d’appel',
  present: (count: number, total: number) => `${plural(count, 'présent', 'présents')} sur ${total}`,
  unsaved: 'Des présences ne sont pas encore enregistrées.',
  leave: 'Des présences ne sont pas enregistrées. Quitter cette page sans les enregistrer ?',
  missing: (count: number) =>
    `${plural(count, 'demi-journée n’a pas', 'demi-journées n’ont pas')} encore d’appel. Vous pourrez clore quand tout sera fait.`,
  save: 'Enregistrer l’appel',
  saved: 'L’appel est enregistré.',
  close: 'Clore l’appel',
  closeTitle: 'Clore l’appel de cette session ?',
  closeFinal: 'Les présences sont définitives : plus personne ne pourra les modifier.',
  closeAttested: (count: number) =>
    count === 0
      ? 'Aucune attestation ne sera délivrée.'
      : `${plural(count, 'attestation est délivrée', 'attestations sont délivrées')} et envoyée${count > 1 ? 's' : ''} par courriel, avec les heures suivies.`,
  closeAbsent: (names: string[]) =>
    `${plural(names.length, 'personne absente n’en reçoit pas', 'personnes absentes n’en reçoivent pas')} : ${names.join(', ')}.`,
  closeDone: 'L’appel est clos. Les attestations sont en route.',
};
