import { hourRange } from '../../ui/dates';

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const text = {
  title: 'Réservations',
  lead: 'Les formations qui demandent une de vos salles, et celles qui y sont prévues.',
  held: 'À répondre',
  heldCount: (count: number) => plural(count, 'demande attend votre réponse', 'demandes attendent votre réponse'),
  when: (day: string, hours: string) => `${day}, ${hours}`,
  noHeldTitle: 'Aucune demande n’attend votre réponse',
  noHeld: 'Une nouvelle demande paraîtra ici et vous recevrez un courriel. Sans réponse avant son début, elle tombe.',
  confirmed: 'À venir dans vos salles',
  noConfirmedTitle: 'Aucune réservation à venir',
  noConfirmed: 'Publiez vos lieux et leurs salles pour que des formations puissent s’y tenir.',
  toPlaces: 'Voir mes lieux',
  hours: hourRange,
  place: (room: string, venue: string) => `${room}, ${venue}`,
  askedBy: (person: string) => `demandé par ${person}`,
  confirm: 'Confirmer',
  confirmOf: (purpose: string, when: string) => `Confirmer « ${purpose} », ${when}`,
  confirmDone: (purpose: string) => `La salle est réservée pour « ${purpose} ». L’organisateur est prévenu.`,
  refuse: 'Refuser',
  refuseOf: (purpose: string, when: string) => `Refuser « ${purpose} », ${when}`,
  refuseTitle: 'Refuser cette réservation ?',
  refuseEffect: (purpose: string) =>
    `La salle redevient libre, et l’organisateur de « ${purpose} » devra en chercher une autre. Il recevra votre motif par courriel.`,
  reason: 'Motif du refus',
  reasonHint: 'L’organisateur le lira tel que vous l’écrivez.',
  reasonMissing: 'Dites à l’organisateur pourquoi la salle n’est pas disponible.',
  refuseDone: 'La réservation est refusée. L’organisateur est prévenu.',
};
