import { drawAttestation, period } from './attestation.pdf';

const view = {
  id: '1', code: 'A-23456789AB', agentName: 'Zoé D’Ângelo-N’Guyen', employerName: 'Ville de Riom', courseTitle: 'Rendre un document accessible à tous',
  sessionCode: 'S-23456', hours: 12, startsAt: new Date('2026-03-10T08:00:00Z'), endsAt: new Date('2026-03-11T16:00:00Z'), timeZone: 'Europe/Paris',
  venueName: 'Médiathèque', communeName: 'Riom', issuedAt: new Date('2026-03-11T17:00:00Z'),
};

describe('attestation', () => {
  it('is a tagged PDF in French, without the CIDSet that breaks accents', async () => {
    const pdf = (await drawAttestation(view, 'https://relais.example/verifier/A-23456789AB')).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/Lang \(fr-FR\)/);
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).not.toMatch(/\/CIDSet/);
  });
  it('says when in words', () => {
    expect(period(view)).toBe('du mardi 10 mars 2026 au mercredi 11 mars 2026');
    expect(period({ ...view, endsAt: view.startsAt })).toBe('le mardi 10 mars 2026');
  });
});
