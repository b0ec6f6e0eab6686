import type { AskFacts, AttestationFacts, BookingFacts, ClaimFacts, MinimumFacts, ProposalFacts, SessionChangeFacts } from '../facts/facts';
import { attestationToAgent, attestationToEmployer } from './attestation.templates';
import * as bookings from './booking.templates';
import * as claims from './claim.templates';
import { days } from './dates';
import * as enrolments from './enrolment.templates';
import * as sessions from './session.templates';
import * as trainers from './trainer.templates';
import { asHtml, asText, Letter, typeset } from './letter';

const attestation: AttestationFacts = {
  sessionId: 's',
  enrolmentId: 'e-1',
  number: 'E-7K2MQX',
  code: 'S-7K2MQ',
  courseTitle: 'Découvrir l’open data',
  startsAt: new Date('2027-03-08T05:00:00Z'),
  endsAt: new Date('2027-03-09T13:00:00Z'),
  timeZone: 'Indian/Reunion',
  venueName: 'EPN du Chaudron',
  communeName: 'Saint-Denis',
  cancelReason: 'Formateur souffrant',
  reason: 'Effectif réduit',
  waitingRank: 3,
  step: 'validation',
  offerUntil: new Date('2026-03-01T09:00:00Z'),
  agentId: 'a',
  agentName: 'Zoé D’Ângelo',
  employerId: 'o',
  attestationCode: 'ABCD-2345',
  hours: 10.5,
};
const morning = {
  startsAt: new Date('2027-03-08T05:30:00Z'),
  endsAt: new Date('2027-03-08T08:00:00Z'),
  status: 'held',
};
const booking: BookingFacts = {
  ...morning,
  demandId: 'b',
  demand: [morning, { ...morning, status: 'confirmed' }],
  togetherId: 'b',
  together: [morning],
  answerBy: new Date('2027-03-05T05:30:00Z'),
  decidedBy: null,
  equipment: [{ name: 'Portables', quantity: 8 }],
  venueName: 'EPN du Chaudron',
  roomName: 'Salle 1',
  timeZone: 'Indian/Reunion',
  purpose: 'Session S-7K2MQ',
  reason: 'Travaux',
  requestedBy: 'p',
  requesterName: 'Awa Payet',
  operatorId: 'o',
};
const claim: ClaimFacts = {
  personId: 'p',
  claimantName: 'Awa Payet',
  organisationName: 'Ville de Saint-Denis',
  venueId: 'v',
  venueName: 'EPN du Chaudron',
  venueAddress: '1 rue du Port, 97400 Saint-Denis',
  timeZone: 'Indian/Reunion',
  deadline: new Date('2027-03-08T05:00:00Z'),
  reason: 'Aucun lien avec ce lieu',
  sentTo: 'accueil@epn.example',
  linkToken: 'secret',
  isHeld: false,
};
const change: SessionChangeFacts & ProposalFacts & MinimumFacts = {
  ...attestation,
  status: 'open', beforeStartsAt: attestation.startsAt, beforeEndsAt: attestation.endsAt, fromTrainers: ['Anne Le Goff'], toTrainers: ['Awa Payet'],
  seatsTaken: 3, minSeats: 8, decideBy: '2027-02-26',
  what: 'released',
  roomName: 'Salle 1',
  slots: [morning, { ...morning, status: 'refused' }],
  sessionCode: 'S-7K2MQ',
  organiserId: 'o',
  hostName: 'Awa Payet',
};
const ask: AskFacts = {
  trainerId: 't', trainerName: 'Anne Le Goff', organiserId: 'o', organiserName: 'Délégation de Bretagne', reason: 'En congé',
  sessions: [{ sessionCode: 'S-7K2MQ', courseTitle: 'Découvrir l’open data', where: 'EPN du Chaudron, Saint-Denis', timeZone: 'Indian/Reunion', slots: [morning] }],
};
const { sessionLine, ...enrolmentTemplates } = enrolments;

describe('dates are those of the place', () => {
  it('says one day or two', () => {
    expect(days(booking.startsAt, booking.endsAt, 'Indian/Reunion')).toBe('le lundi 8 mars 2027');
    expect(sessionLine(attestation)).toBe(
      'Session S-7K2MQ, du lundi 8 mars 2027 au mardi 9 mars 2027, EPN du Chaudron, Saint-Denis.',
    );
  });
});

describe('letters', () => {
  const letters: [string, Letter][] = [
    ...Object.entries(enrolmentTemplates).map(([name, write]): [string, Letter] => [
      name,
      write(attestation),
    ]),
    ['attestationToAgent', attestationToAgent(attestation)],
    ['attestationToEmployer', attestationToEmployer(attestation)],
    ...Object.entries(bookings).map(([name, write]): [string, Letter] => [name, write(booking)]),
    ...Object.entries(sessions).map(([name, write]): [string, Letter] => [name, write(change)]),
    ...Object.entries(trainers).map(([name, write]): [string, Letter] => [name, write(ask)]),
    ...Object.entries(trainers).map(([name, write]): [string, Letter] => [`${name} for several`, write({ ...ask, sessions: [...ask.sessions, ...ask.sessions] })]),
  ];

  it.each(letters)('%s says what happens, when, and where to go next', (_name, letter) => {
    expect(letter.subject.length).toBeLessThan(100);
    expect(letter.paragraphs.join(' ')).toContain('lundi 8 mars 2027');
    expect(letter.paragraphs.join(' ')).not.toMatch(/undefined|null|NaN|'/);
    if (letter.link) expect(letter.link.path).toMatch(/^\//);
  });

  it.each(Object.entries(claims).map(([name, write]): [string, Letter] => [name, write(claim)]))(
    '%s names the place, says what happens, and where to go next',
    (_name, letter) => {
      expect(letter.subject.length).toBeLessThan(100);
      expect(letter.paragraphs.join(' ')).toContain('EPN du Chaudron (1 rue du Port, 97400 Saint-Denis)');
      expect(letter.paragraphs.join(' ')).not.toMatch(/undefined|null|NaN|'/);
      expect(letter.link?.path).toMatch(/^\//);
    },
  );

  it('says until when a claim may be answered, and does not promise a letter that did not leave', () => {
    expect(claims.claimToPlace(claim).paragraphs.join(' ')).toContain('avant le lundi 8 mars 2027');
    expect(claims.claimToClaimant({ ...claim, sentTo: null }).paragraphs.join(' ')).not.toContain('vient de partir');
  });

  it('gives the reason when there is one', () => {
    expect(enrolments.enrolmentRefused(attestation).paragraphs).toContain('Motif indiqué : Effectif réduit');
    expect(enrolments.enrolmentRefused({ ...attestation, reason: null }).paragraphs.join()).not.toContain(
      'Motif',
    );
    expect(sessions.sessionCancelled({ ...change, reason: 'Formateur souffrant' }).paragraphs).toContain('Motif indiqué : Formateur souffrant');
    expect(sessions.minimumDue(change).paragraphs[0]).toBe('3 inscrits pour un minimum de 8 ; décidez avant le samedi 27 février 2027.');
    expect(bookings.bookingRefused(booking).paragraphs).toContain('Motif indiqué : Travaux');
  });

  it('tells the host until when, and what is asked', () => {
    const text = bookings.bookingRequested(booking).paragraphs.join('\n');
    expect(text).toContain('Sans réponse de votre part le vendredi 5 mars 2027 à 9\u00a0h\u00a030');
    expect(text).toContain('Équipement demandé : 8 × Portables');
  });

  it('lists the half-days asked for together, one a line', () => {
    const afternoon = {
      ...morning,
      startsAt: new Date('2027-03-08T10:00:00Z'),
      endsAt: new Date('2027-03-08T13:00:00Z'),
    };
    expect(bookings.bookingRequested({ ...booking, demand: [morning, afternoon] }).paragraphs[1]?.split('\n')).toEqual(
      [
        'À l’heure du lieu :',
        '• le lundi 8 mars 2027, de 9\u00a0h\u00a030 à 12\u00a0h',
        '• le lundi 8 mars 2027, de 14\u00a0h à 17\u00a0h',
      ],
    );
  });
});

describe('a letter as sent', () => {
  const addressed = {
    subject: 'Demande à examiner : <b>Zoé</b>',
    body: 'Bonjour « toi » !\n\nDeuxième & dernier.',
    displayName: 'Awa <Payet>',
    links: [{ label: 'Voir', url: 'https://relais.example/a?b="c"' }],
  };

  it('has French spacing', () =>
    expect(typeset('« a » : b ; c ? d !')).toBe('«\u202fa\u202f»\u202f: b\u202f; c\u202f? d\u202f!'));

  it('reads as text', () =>
    expect(asText(addressed)).toBe(
      'Bonjour Awa <Payet>,\n\nBonjour «\u202ftoi\u202f»\u202f!\n\nDeuxième & dernier.\n\n' +
        'Voir\u202f: https://relais.example/a?b="c"\n\n' +
        'Relais, la formation au numérique des agents territoriaux\nCe message est automatique\u202f: inutile d’y répondre.\n',
    ));

  it('escapes everything in HTML and has a language, a title and one heading', () => {
    const html = asHtml(addressed);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<title>Demande à examiner\u202f: &lt;b&gt;Zoé&lt;/b&gt;</title>');
    expect(html).toContain('<p>Bonjour Awa &lt;Payet&gt;,</p>');
    expect(html).toContain('<p>Deuxième &amp; dernier.</p>');
    expect(html).toContain('href="https://relais.example/a?b=&quot;c&quot;"');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});
