import { checkProducer, producerOfFile } from './producer.rules';

describe('producerOfFile', () => {
  it.each([
    ['2026-02-01_hinaura_lieux-de-mediation-numerique_auvergne.csv', 'hinaura'],
    ['2026-03-01_hinaura_lieux-de-mediation-numerique_auvergne.json', 'hinaura'],
    ['2026-02-01_78436321400011_lieux-de-mediation-numerique_69.csv', 'p78436321400011'],
    ['lieux-aura.csv', 'lieux-aura'],
    ['Lieux_Épernay 2026-01-02.csv', 'lieux-epernay'],
    ['20260102-annuaire.json', 'annuaire'],
  ])('%s: %s', (name, producer) => expect(producerOfFile(name)).toBe(producer));
});

describe('checkProducer', () => {
  it.each(['relais', '', 'Majuscule', '../x', 'a'])('refuses %j', (producer) =>
    expect(() => checkProducer(producer)).toThrow('import.producer'),
  );
  it('accepts a short name', () => expect(() => checkProducer('hinaura-2')).not.toThrow());
});
