const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const text = {
  title: 'Comment les places sont données',
  inOrder: 'Dès que l’employeur a dit oui, la demande reçoit une place libre. S’il n’y en a plus, elle rejoint la liste d’attente.',
  selective: 'Pour cette formation, l’organisateur choisit parmi les demandes que les employeurs ont acceptées. Celles qu’il retient reçoivent une place, ou un rang dans la liste d’attente.',
  orderTitle: 'L’ordre de la liste d’attente',
  orderLead: 'Passent en premier, dans cet ordre\u202f:',
  then: 'Toutes les autres personnes, dans l’ordre de leur arrivée dans la liste',
  inTurn: 'Dans l’ordre d’arrivée dans la liste, sans priorité.',
  freed: 'Une place qui se libère est proposée aussitôt à la première personne de la liste. Elle a trois jours pour l’accepter, moins si la session est proche. Sans réponse, la place va à la personne suivante.',
  group: 'Un groupe passe quand il tient en entier\u202f; en attendant, une place seule va à la personne suivante.',
  sharesTitle: 'Places réservées et maximums',
  organisation: 'Pour les agents de',
  reserved: 'Places réservées',
  reservedUntil: (seats: number, moment: string) => `${plural(seats, 'place', 'places')} jusqu’au ${moment}`,
  released: (seats: number, moment: string) => `${plural(seats, 'place remise', 'places remises')} à tous le ${moment}`,
  none: 'Aucune',
  atMost: 'Au plus',
  atMostSeats: (seats: number) => plural(seats, 'place', 'places'),
  noMaximum: 'Sans maximum',
  afterwards: 'Passé la date, les places qui restent sont pour tous.',
};
