import { asAgent, asTrainer } from './person-calendar.rules';

const about = (sessionStatus = 'open') => ({ title: 'Open data', sessionStatus }) as never;

describe('what an agenda shows', () => {
  it.each([
    ['submitted', 'open', 'tentative', 'Demandée\u202f: Open data'],
    ['waiting', 'open', 'tentative', 'En attente\u202f: Open data'],
    ['admitted', 'open', 'confirmed', 'Open data'],
    ['convoked', 'confirmed', 'confirmed', 'Open data'],
    ['attested', 'closed', 'confirmed', 'Open data'],
    ['admitted', 'postponed', 'tentative', 'Dates à confirmer\u202f: Open data'],
    ['withdrawn', 'open', 'cancelled', 'Open data'],
    ['refused', 'open', 'cancelled', 'Open data'],
    ['cancelled', 'cancelled', 'cancelled', 'Open data'],
    ['waiting', 'cancelled', 'cancelled', 'Open data'],
  ] as const)('to an agent %s in a session %s: %s', (status, sessionStatus, told, summary) => expect(asAgent(status, about(sessionStatus))).toEqual({ status: told, summary }));

  it.each([
    ['asked', 'open', 'tentative', 'À confirmer\u202f: Open data'],
    ['accepted', 'draft', 'confirmed', 'Open data'],
    ['accepted', 'postponed', 'tentative', 'Dates à confirmer\u202f: Open data'],
    [null, 'open', 'cancelled', 'Open data'],
  ] as const)('to a trainer %s by a session %s: %s', (answer, sessionStatus, told, summary) => expect(asTrainer(answer, about(sessionStatus))).toEqual({ status: told, summary }));
});
