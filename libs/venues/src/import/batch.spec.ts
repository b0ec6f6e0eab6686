import { candidate, otherSlug } from './batch';
import { readRow } from './row.rules';

const { place } = readRow({
  id: 'a',
  pivot: 'W131002979',
  nom: 'Médiathèque',
  commune: 'Saint-Denis',
  code_postal: '97400',
  adresse: '1 rue du Port',
  date_maj: '2024-01-01',
  latitude: '-20.88',
  longitude: '55.45',
});
const one = candidate(2, 'reseau', 'a', place);
const namesake = { ...one, sourceId: 'b' };

describe('candidate', () => {
  it('derives the address of its page, its département and its clock', () =>
    expect(one).toMatchObject({
      slug: 'mediatheque-saint-denis',
      departementCode: '974',
      timeZone: 'Indian/Reunion',
    }));
  it('has the hash of its content, wherever it stands', () =>
    expect(candidate(99, 'reseau', 'a', { ...place }).contentHash).toBe(one.contentHash));
  it('changes hash with its content', () =>
    expect(candidate(2, 'reseau', 'a', { ...place, phone: '+262262000000' }).contentHash).not.toBe(
      one.contentHash,
    ));
  it('gives a namesake its own, lasting slug', () => {
    expect(otherSlug(namesake)).toMatch(/^mediatheque-saint-denis-[0-9a-f]{8}$/);
    expect(otherSlug(namesake)).toBe(otherSlug({ ...namesake }));
    expect(otherSlug(namesake)).not.toBe(otherSlug(one));
  });
});
