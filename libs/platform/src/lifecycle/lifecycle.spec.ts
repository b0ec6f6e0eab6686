import { Problem } from '../problems/problem';
import { lifecycle } from './lifecycle';

const door = lifecycle({ open: { from: ['closed'], to: 'open' }, close: { from: ['open'], to: 'closed' } });

describe('lifecycle', () => {
  it('gives the next status', () => expect(door.next('closed', 'open')).toBe('open'));
  it('refuses an action that is not open, as a conflict', () =>
    expect(() => door.next('open', 'open')).toThrow(Problem));
  it('lists the open actions', () => expect(door.available('open')).toEqual(['close']));
});
