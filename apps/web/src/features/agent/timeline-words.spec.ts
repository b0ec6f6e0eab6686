import { happened } from './timeline-words';

const ACTIONS = [
  'submit', 'opine', 'pass_over', 'validate', 'endorse', 'refuse', 'select', 'not_select', 'offer', 'accept', 'decline', 'lapse', 'convoke', 'release', 'move', 'withdraw', 'cancel', 'roll', 'attest',
];

describe('what happened to a request', () => {
  it.each(ACTIONS)('has words for %s', (action) => expect(happened({ action, toStatus: 'submitted' })).not.toBe('Demande modifiée'));
  it('says what the request became', () => {
    expect(happened({ action: 'validate', toStatus: 'waiting' })).toBe('Accord de l’employeur\u202f: en liste d’attente');
    expect(happened({ action: 'validate', toStatus: 'submitted' })).toBe('Accord de l’employeur');
    expect(happened({ action: 'opine', toStatus: 'refused' })).toMatch(/s’arrête/);
  });
});
