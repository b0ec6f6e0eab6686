import { asksNothing, digestDay, dueSince, newsFor } from './saved-search.rules';

describe('when news are due', () => {
  it.each([
    ['before seven it is still yesterday', '2027-01-13T05:59:00Z', '2027-01-12T06:00:00.000Z', '2027-01-11T06:00:00.000Z'],
    ['at seven the day begins', '2027-01-13T06:00:00Z', '2027-01-13T06:00:00.000Z', '2027-01-11T06:00:00.000Z'],
    ['Monday before seven belongs to last week', '2027-01-11T05:00:00Z', '2027-01-10T06:00:00.000Z', '2027-01-04T06:00:00.000Z'],
    ['in summer seven o’clock is five in UTC', '2027-07-14T12:00:00Z', '2027-07-14T05:00:00.000Z', '2027-07-12T05:00:00.000Z'],
    ['on the night of the clock change', '2027-03-28T12:00:00Z', '2027-03-28T05:00:00.000Z', '2027-03-22T06:00:00.000Z'],
  ])('%s', (_, now, daily, weekly) => {
    const due = dueSince(new Date(now));
    expect([due.daily.toISOString(), due.weekly.toISOString()]).toEqual([daily, weekly]);
  });

  it('counts days on the clock of Paris', () => expect(digestDay(new Date('2027-01-12T23:30:00Z'))).toBe('2027-01-13'));
});

it('an empty search asks nothing', () => {
  expect([{}, { q: '' }, { theme: [] }, { q: undefined }].map(asksNothing)).toEqual([true, true, true, true]);
  expect([{ q: 'rgpd' }, { theme: ['x'] }, { lat: 0, lon: 0 }].map(asksNothing)).toEqual([false, false, false]);
});

it('a session is found by itself, not by its course alone', () => {
  const news = [
    { id: 'course', courseId: 'c', sessionId: null },
    { id: 'here', courseId: 'c', sessionId: 'here' },
    { id: 'elsewhere', courseId: 'c', sessionId: 'elsewhere' },
    { id: 'other', courseId: 'd', sessionId: null },
  ];
  expect(newsFor(news, [{ courseId: 'c', sessionIds: ['here'] }]).map(({ id }) => id)).toEqual(['course', 'here']);
});
