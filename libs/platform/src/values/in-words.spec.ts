import { dateInWords, dayInWords, dayOfMonthInWords, hourInWords, momentInWords, noonOf } from './in-words';

describe('dates in words', () => {
  const late = new Date('2027-05-31T22:30:00Z');
  it('are those of the place', () => {
    expect(dayInWords(late, 'Europe/Paris')).toBe('mardi 1er juin 2027');
    expect(dayInWords(late, 'America/Martinique')).toBe('lundi 31 mai 2027');
    expect(momentInWords(late, 'Europe/Paris')).toBe('mardi 1er juin 2027 à 0\u00a0h\u00a030');
  });
  it('say the first of a month as it is read aloud, and no other day', () => {
    expect(['2027-06-01', '2027-06-11', '2027-06-21'].map((day) => dateInWords(noonOf(day), 'UTC'))).toEqual(['1er juin 2027', '11 juin 2027', '21 juin 2027']);
    expect(dayOfMonthInWords(noonOf('2027-06-01'), 'UTC')).toBe('mardi 1er juin');
  });
  it('say whole hours without minutes', () => {
    expect(hourInWords(new Date('2027-03-08T05:00:00Z'), 'Indian/Reunion')).toBe('9\u00a0h');
  });
});
