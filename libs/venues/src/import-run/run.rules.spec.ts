import { runActions } from './run.rules';

describe('runActions', () => {
  it.each([
    ['received', ['cancel']],
    ['checking', ['cancel']],
    ['checked', ['apply', 'cancel']],
    ['applying', ['cancel']],
    ['applied', []],
    ['cancelled', []],
    ['failed', []],
  ] as const)('%s: %j', (status, actions) => expect(runActions(status)).toEqual(actions));
});
