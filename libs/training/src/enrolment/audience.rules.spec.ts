import { inAudience } from './audience.rules';

const agent = { category: 'C', statut: 'fonctionnaire', isMediateur: false };

describe('inAudience', () => {
  it('goes by category', () => expect([['B', 'C'], ['A']].map((audience) => inAudience(agent, audience))).toEqual([true, false]));
  it('welcomes a médiateur of any category', () => expect(inAudience({ ...agent, isMediateur: true }, ['A', 'mediateur'])).toBe(true));
  it('welcomes an emploi d’avenir', () => expect(inAudience({ ...agent, statut: 'emploi_avenir' }, ['emploi_avenir'])).toBe(true));
});
