import { missingForPublication, statusUnderNewOperator, venueLife } from './venue.rules';

const complete = {
  name: 'EPN',
  address: '1 rue du Port',
  communeName: 'Brest',
  communeCode: '29019',
  latitude: null,
  operatorId: 'ours',
  rooms: 1,
};

describe('missingForPublication', () => {
  it('asks nothing more of a complete place', () => expect(missingForPublication(complete)).toEqual([]));

  it.each([
    [{ name: ' ' }, '/name'],
    [{ address: null }, '/address'],
    [{ communeName: '' }, '/communeName'],
    [{ communeCode: null }, '/communeCode'],
    [{ rooms: 0 }, '/rooms'],
  ])('with %j, points at %s', (change, pointer) => {
    expect(missingForPublication({ ...complete, ...change }).map((missing) => missing.pointer)).toEqual([
      pointer,
    ]);
  });

  it('asks no room of an entry nobody operates', () =>
    expect(missingForPublication({ ...complete, operatorId: null, rooms: 0 })).toEqual([]));
  it('takes coordinates for want of a commune code', () =>
    expect(missingForPublication({ ...complete, communeCode: null, latitude: 48.4 })).toEqual([]));
});

describe('a place that changes hands', () => {
  it('leaves the directory until it has a room', () =>
    expect(statusUnderNewOperator('published', { ...complete, rooms: 0 })).toBe('draft'));
  it('stays when it is complete', () =>
    expect(statusUnderNewOperator('published', complete)).toBe('published'));
  it('is not published by it', () => expect(statusUnderNewOperator('withdrawn', complete)).toBe('withdrawn'));
});

describe('venueLife', () => {
  it.each([
    ['draft', ['publish']],
    ['submitted', ['publish', 'withdraw']],
    ['published', ['withdraw']],
    ['withdrawn', ['publish']],
  ] as const)('from %s opens %j', (status, actions) => expect(venueLife.available(status)).toEqual(actions));
});
