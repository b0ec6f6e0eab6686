import type { EnrolmentCard, EnrolmentStatus } from '../../api/types';
import { filtered, inOrder } from './request-order';

const request = (id: string, status: EnrolmentStatus, waitingRank: number | null = null) => ({ id, status, waitingRank, submittedAt: `2027-01-0${id}` }) as EnrolmentCard;
const requests = [request('1', 'admitted'), request('2', 'waiting', 2), request('3', 'withdrawn'), request('4', 'waiting', 1), request('5', 'transmitted'), request('6', 'offered')];
const ids = (list: EnrolmentCard[]) => list.map(({ id }) => id).join('');

describe('the requests of a session', () => {
  it('begin with what waits for the organiser, then follow the waiting list', () => expect(ids(inOrder(requests))).toBe('564213'));
  it('are kept by state', () => {
    expect(ids(filtered(requests, 'attente'))).toBe('24');
    expect(ids(filtered(requests, undefined))).toBe('123456');
  });
});
