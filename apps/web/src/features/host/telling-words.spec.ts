import { tellingWords } from './telling-words';

describe('the words that tell a place', () => {
  it.each([
    ['Médiathèque municipale Jean-Macé', 'Jean Macé'],
    ['Cyber-base des Salines', 'base Salines'],
    ['Espace public numérique', 'Espace public numérique'],
    ['EPN', 'EPN'],
    ['  ', ''],
    ['L’Œuvre – tiers-lieu', 'Œuvre tiers lieu'],
  ])('of %s are %s', (name, words) => expect(tellingWords(name)).toBe(words));
});
