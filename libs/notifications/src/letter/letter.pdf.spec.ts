import { drawLetters } from './letter.pdf';

const letter = {
  id: '1', subject: 'Vous avez une place\u202f: Rendre un document accessible', displayName: 'Zoé D’Ângelo-N’Guyen', employerName: 'Ville de Riom',
  body: 'Vous êtes inscrite.\n\nÀ l’heure du lieu\u202f:\n• le lundi 8 mars 2027, de 9\u00a0h à 12\u00a0h', createdAt: new Date('2026-03-11T17:00:00Z'),
};

describe('letters to hand over', () => {
  it('are a tagged PDF in French, a page each, without the CIDSet that breaks accents', async () => {
    const pdf = (await drawLetters([letter, { ...letter, id: '2', employerName: null }], letter.createdAt)).toString('latin1');
    for (const mark of [/^%PDF-1.7/, /\/Marked true/, /\/Lang \(fr-FR\)/, /\/StructTreeRoot/, /\/Count 2\b/]) expect(pdf).toMatch(mark);
    expect(pdf).not.toMatch(/\/CIDSet/);
    expect(pdf.match(/\/S \/H1\b/g)).toHaveLength(2);
  });

  it('go on over as many pages as they need', async () => {
    const long = { ...letter, body: Array.from({ length: 60 }, (_, index) => `Paragraphe ${index + 1}, qui dit ce qu’il a à dire sur une ligne ou deux de la page, sans se presser.`).join('\n\n') };
    const pages = /\/Count (\d+)/.exec((await drawLetters([long], letter.createdAt)).toString('latin1'));
    expect(Number(pages?.[1])).toBeGreaterThan(1);
  });
});
