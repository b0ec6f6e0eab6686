import { outcomeOf } from './answer.rules';

describe('outcomeOf', () => {
  const at = new Date('2027-03-02T09:05:00Z');
  it('is nothing while an answer is awaited', () => expect(outcomeOf([{ status: 'held' }, { status: 'refused' }], at, 'Europe/Paris')).toBeNull());
  it.each([
    ['confirmed', 'Cette réservation a été confirmée le mardi 2 mars 2027 à 10\u00a0h\u00a005.'],
    ['refused', 'Cette demande a été refusée le mardi 2 mars 2027 à 10\u00a0h\u00a005.'],
    ['cancelled', 'Cette demande a été annulée par la personne qui l’avait faite le mardi 2 mars 2027 à 10\u00a0h\u00a005.'],
    ['expired', 'Cette demande est restée sans réponse\u202f: elle a expiré le mardi 2 mars 2027 à 10\u00a0h\u00a005.'],
  ] as const)('%s', (status, said) => expect(outcomeOf([{ status }], at, 'Europe/Paris')).toBe(said));
  it('of different answers says so', () => expect(outcomeOf([{ status: 'confirmed' }, { status: 'refused' }], null, 'Europe/Paris')).toBe('Ces créneaux ont reçu des réponses différentes.'));
});
