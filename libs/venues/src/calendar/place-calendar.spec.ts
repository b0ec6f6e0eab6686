import { placeCalendar, type PlaceCalendar } from './place-calendar';

const booking = {
  id: '019a', startsAt: new Date('2027-03-28T00:30:00Z'), endsAt: new Date('2027-03-28T03:00:00Z'), status: 'confirmed', purpose: 'Découvrir l’open data',
  sessionCode: 'S-7K2MQ', hasPage: true, roomName: 'Salle 1', changedAt: new Date('2027-01-02T03:04:05Z'), version: 3,
} as const;
const place: PlaceCalendar = {
  name: 'EPN du Chaudron',
  bookings: [booking, { ...booking, status: 'held', hasPage: false }, { ...booking, status: 'expired', version: 4 }],
  closures: [{ id: '019d', from: '2027-08-01', until: '2027-08-16', reason: 'Congés' }],
};

describe('the calendar of a place', () => {
  it('tells each booking by its number and state, and the closed days whole', () => {
    expect(placeCalendar(place, 'https://relais.fr').events).toMatchObject([
      { id: '019a', sequence: 2, status: 'confirmed', summary: booking.purpose, location: 'Salle 1, EPN du Chaudron', url: 'https://relais.fr/sessions/S-7K2MQ' },
      { status: 'tentative', summary: `À confirmer\u202f: ${booking.purpose}`, url: null },
      { status: 'cancelled', sequence: 3 },
      { time: { firstDay: '2027-08-01', dayAfter: '2027-08-16' }, summary: 'Fermé\u202f: Congés' },
    ]);
  });
});
