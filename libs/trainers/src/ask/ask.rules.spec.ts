import { ASK_STATUSES, type Asked, askLife, isAwaited, outcomeOf } from './ask.rules';

const now = new Date('2027-03-01T08:00:00Z');
const ask = (over: Partial<Asked> = {}): Asked => ({ status: 'asked', answeredAt: null, sessionStatus: 'open', startsAt: new Date('2027-03-08T08:00:00Z'), ...over });
const answered = (status: 'accepted' | 'declined') => ask({ status, answeredAt: now });

describe('askLife', () => {
  it('is answered once', () => expect(ASK_STATUSES.map((status) => askLife.available(status))).toEqual([['accept', 'decline', 'release'], ['release', 'relieve'], [], [], []]));
});

describe('an answer', () => {
  it.each<[string, Partial<Asked>, boolean]>([
    ['is awaited', {}, true],
    ['is awaited for a draft', { sessionStatus: 'draft' }, true],
    ['is not awaited once given', { status: 'accepted' }, false],
    ['is not awaited once the session is cancelled', { sessionStatus: 'cancelled' }, false],
    ['is not awaited once the session began', { startsAt: now }, false],
  ])('%s', (_, over, awaited) => expect(isAwaited(ask(over), now)).toBe(awaited));

  it.each<[string, Asked[], string | null]>([
    ['one awaited', [ask()], null],
    ['one still awaited', [answered('accepted'), ask()], null],
    ['a yes', [answered('accepted')], 'Vous avez accepté cette session le lundi 1er mars 2027 à 9\u00a0h.'],
    ['a no to several', [answered('declined'), answered('declined')], 'Vous avez décliné ces sessions le lundi 1er mars 2027 à 9\u00a0h.'],
    ['both', [answered('declined'), answered('accepted')], 'Vous avez répondu différemment selon les sessions.'],
    ['a yes and a cancelled one', [answered('accepted'), ask({ status: 'released' })], 'Vous avez accepté ces sessions le lundi 1er mars 2027 à 9\u00a0h.'],
    ['a cancelled session', [ask({ status: 'released', sessionStatus: 'cancelled' })], 'Cette session a été annulée\u202f: vous n’avez rien à faire.'],
    ['a session that goes on without them', [ask({ status: 'released' })], 'Cette session ne vous est plus demandée\u202f: vous n’avez rien à faire.'],
    ['one cancelled, one not', [ask({ sessionStatus: 'cancelled' }), ask({ status: 'relieved' })], 'Ces sessions ont été annulées, ou ne vous sont plus demandées\u202f: vous n’avez rien à faire.'],
    ['silence', [ask({ startsAt: now })], 'Cette session a commencé sans votre réponse.'],
  ])('tells %s', (_, asks, told) => expect(outcomeOf(asks, now)).toBe(told));
});
