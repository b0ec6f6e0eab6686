import { Actor } from '@app/platform';
import { managedParam, mayClaimVenue, mayManageVenue, maySeeVenue } from './venue.policy';

const host = new Actor(
  'h',
  'Hôte',
  [{ organisationId: 'ours', role: 'venue_host' }],
  new Set(['venues.venue.claim']),
);
const agentOfTheOperator = new Actor('a', 'Agent', [{ organisationId: 'ours', role: 'agent' }], new Set());
const administrator = new Actor('x', 'Admin', [], new Set(['venues.venue.administer']));

const draft = { status: 'draft', operatorId: 'ours' };

describe('mayManageVenue', () => {
  it('is for the hosts of the operator', () => expect(mayManageVenue(host, draft)).toBe(true));
  it('is for administrators', () => expect(mayManageVenue(administrator, { operatorId: null })).toBe(true));
  it('is not for its other members', () => expect(mayManageVenue(agentOfTheOperator, draft)).toBe(false));
  it('is not for the host of another place', () =>
    expect(mayManageVenue(host, { operatorId: 'theirs' })).toBe(false));
  it('is not for a host when nobody holds the place', () =>
    expect(mayManageVenue(host, { operatorId: null })).toBe(false));
  it('is not for anyone', () => expect(mayManageVenue(null, draft)).toBe(false));
});

describe('maySeeVenue', () => {
  it('opens what is published to anyone', () =>
    expect(maySeeVenue(null, { ...draft, status: 'published' })).toBe(true));
  it.each(['draft', 'submitted', 'withdrawn'])('keeps %s to who manages it', (status) => {
    expect(maySeeVenue(null, { ...draft, status })).toBe(false);
    expect(maySeeVenue(host, { ...draft, status })).toBe(true);
  });
});

describe('mayClaimVenue', () => {
  it('is for a host, when nobody holds the place', () =>
    expect(mayClaimVenue(host, { operatorId: null })).toBe(true));
  it('is over once somebody does', () => expect(mayClaimVenue(host, { operatorId: 'theirs' })).toBe(false));
  it('is not for others', () => expect(mayClaimVenue(agentOfTheOperator, { operatorId: null })).toBe(false));
});

describe('managedParam', () => {
  it('narrows a host to their organisations', () => expect(managedParam(host)).toEqual(['ours']));
  it('gives nothing to an actor without one', () => expect(managedParam(agentOfTheOperator)).toEqual([]));
  it('does not narrow an administrator', () => expect(managedParam(administrator)).toBeNull());
});
