import fc from 'fast-check';
import { type Asked, inventoryOf, peakOf } from './equipment.rules';

const at = (hour: number) => new Date(Date.UTC(2027, 2, 2, hour));
const asked = (from: number, to: number, quantity: number): Asked => ({ from: at(from), to: at(to), quantity });

describe('peakOf', () => {
  const day = { from: at(0), to: at(24) };
  it('adds what overlaps, and says when', () =>
    expect(peakOf([asked(8, 11, 4), asked(10, 12, 3), asked(11, 14, 5)], day)).toEqual({ quantity: 8, from: at(11), to: at(12) }));
  it('of what follows is the largest', () => expect(peakOf([asked(8, 10, 4), asked(10, 12, 3)], day)?.quantity).toBe(4));
  it('stays within the period', () => expect(peakOf([asked(8, 10, 4), asked(14, 15, 9)], { from: at(9), to: at(12) })).toEqual({ quantity: 4, from: at(9), to: at(10) }));
  it('of nothing is nothing', () => expect(peakOf([asked(8, 10, 4)], { from: at(10), to: at(12) })).toBeNull());

  it('is what counting hour by hour finds', () => {
    const one = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (list) => {
        const all = list.map(([from, length, quantity]) => asked(from, Math.min(24, from + length), quantity));
        const hours = Array.from({ length: 24 }, (_, h) => all.filter(({ from, to }) => from <= at(h) && to > at(h)).reduce((sum, { quantity }) => sum + quantity, 0));
        expect(peakOf(all, day)?.quantity ?? 0).toBe(Math.max(...hours));
      }),
    );
  });
});

describe('inventoryOf', () => {
  const old = [
    { id: 'a', name: 'Portables', quantity: 10 },
    { id: 'b', name: 'Vidéoprojecteur', quantity: 1 },
  ];
  it('tells what is added, changed and removed', () =>
    expect(inventoryOf(old, [{ name: 'portables', quantity: 12 }, { name: 'Casques', quantity: 8 }])).toEqual({
      added: [{ name: 'Casques', quantity: 8 }],
      changed: [{ id: 'a', name: 'portables', quantity: 12 }],
      removed: ['b'],
    }));
  it('renames by id, and may exchange names', () =>
    expect(inventoryOf(old, [{ id: 'a', name: 'Vidéoprojecteur', quantity: 10 }, { id: 'b', name: 'Portables', quantity: 1 }])).toEqual({
      added: [],
      changed: [{ id: 'a', name: 'Vidéoprojecteur', quantity: 10 }, { id: 'b', name: 'Portables', quantity: 1 }],
      removed: [],
    }));
  it('refuses what it does not know, and a name twice', () => {
    expect(inventoryOf(old, [{ id: 'z', name: 'x', quantity: 1 }])).toEqual({ unknown: 0 });
    expect(inventoryOf(old, [{ name: 'x', quantity: 1 }, { name: 'X', quantity: 1 }])).toEqual({ twice: 1 });
  });
});
