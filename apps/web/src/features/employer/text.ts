const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;
const of = (name: string) => (/^[aeiouyâàéèêëîïôœh]/i.test(name) ? `d’${name}` : `de ${name}`);

export const text = {
  title: 'Demandes à décider',
  lead: 'Les demandes de place de vos agents, de la plus ancienne à la plus récente.',
  count: (count: number, more: boolean) =>
    more ? `Les ${count} plus anciennes demandes` : plural(count, 'demande vous attend', 'demandes vous attendent'),
  noneTitle: 'Aucune demande ne vous attend',
  none: 'Quand un agent de votre collectivité demandera une place, sa demande paraîtra ici et vous recevrez un courriel.',
  browse: 'Parcourir le catalogue',
  asked: (day: string) => `demandé le ${day}`,
  place: (venue: string, commune: string | null) => [venue, commune].filter(Boolean).join(', '),
  seats: (left: number) =>
    left === 0 ? 'Session complète : liste d’attente' : plural(left, 'place restante', 'places restantes'),
  motivation: 'Ce que dit l’agent :',
  validate: 'Valider',
  validateOf: (agent: string) => `Valider la demande ${of(agent)}`,
  validated: (agent: string) => `La demande ${of(agent)} est validée. L’agent est prévenu.`,
  refuse: 'Refuser',
  refuseOf: (agent: string) => `Refuser la demande ${of(agent)}`,
  refuseTitle: (agent: string) => `Refuser la demande ${of(agent)} ?`,
  refuseEffect: 'La demande est close : l’agent reçoit votre motif par courriel. Il pourra demander une autre session.',
  reason: 'Motif du refus',
  reasonHint: 'L’agent le lira tel que vous l’écrivez.',
  reasonMissing: 'Dites à l’agent pourquoi sa demande est refusée.',
  refused: (agent: string) => `La demande ${of(agent)} est refusée. L’agent est prévenu.`,
};
