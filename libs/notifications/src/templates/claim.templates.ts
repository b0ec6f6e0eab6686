import { dayInWords } from '@app/platform';
import type { ClaimFacts } from '../facts/facts';
import type { Letter } from './letter';

const place = ({ venueName, venueAddress }: ClaimFacts): string => (venueAddress ? `${venueName} (${venueAddress})` : venueName);
const until = ({ deadline, timeZone }: ClaimFacts): string => dayInWords(deadline, timeZone);

/** To the published address of the place. The link opens a page; nothing is answered by opening it. */
export const claimToPlace = (claim: ClaimFacts): Letter => ({
  subject: `Qui tient la fiche de votre lieu ?`,
  paragraphs: [
    `Votre lieu est dans l’annuaire de Relais : ${place(claim)}.`,
    `${claim.claimantName}, de l’organisation « ${claim.organisationName} », demande à tenir sa fiche : la mettre à jour, et répondre aux demandes de réservation de ses salles.`,
    `Dites-nous si cette organisation tient bien ce lieu. Sans réponse avant le ${until(claim)}, la demande tombe et rien ne change.`,
    'Vous ne connaissez pas cette personne ? Répondez non, ou ne répondez pas.',
  ],
  link: { label: 'Répondre par oui ou par non', path: `/reponse-lieu/${claim.linkToken}` },
});

export const claimToClaimant = (claim: ClaimFacts): Letter => ({
  subject: 'Votre demande de tenir un lieu est enregistrée',
  paragraphs: [
    `Vous demandez à tenir la fiche de ${place(claim)} pour « ${claim.organisationName} ».`,
    claim.sentTo
      ? 'Un courriel vient de partir à l’adresse publiée du lieu : une réponse par oui suffit. Un administrateur de Relais peut aussi approuver votre demande.'
      : 'Ce lieu ne publie pas d’adresse électronique à laquelle écrire : un administrateur de Relais examine votre demande.',
    `Sans réponse avant le ${until(claim)}, votre demande tombe ; vous pourrez la refaire.`,
  ],
  link: { label: 'Suivre ma demande', path: '/hote/lieux' },
});

export const claimToAdministrator = (claim: ClaimFacts): Letter => ({
  subject: 'Une demande de tenir un lieu attend une décision',
  paragraphs: [
    `${claim.claimantName}, de « ${claim.organisationName} », demande à tenir la fiche de ${place(claim)}.`,
    claim.sentTo ? 'Le lieu a été interrogé à son adresse publiée ; vous pouvez décider sans attendre sa réponse.' : 'Le lieu n’a pas pu être interrogé : la décision vous revient.',
  ],
  link: { label: 'Voir les demandes', path: '/administration/demandes-de-lieux' },
});

export const claimGranted = (claim: ClaimFacts): Letter => ({
  subject: 'Vous tenez maintenant la fiche d’un lieu',
  paragraphs: [
    `Votre demande est acceptée : « ${claim.organisationName} » tient la fiche de ${place(claim)}.`,
    'Vérifiez ses horaires, ajoutez ses salles et ses photos, puis publiez-la.',
  ],
  link: { label: 'Ouvrir la fiche', path: `/hote/lieux/${claim.venueId}` },
});

/** To the place, whoever decided. */
export const claimGrantedToPlace = (claim: ClaimFacts): Letter => ({
  subject: 'La fiche de votre lieu a trouvé qui la tient',
  paragraphs: [
    `« ${claim.organisationName} » tient désormais la fiche de ${place(claim)}.`,
    'Si c’est une erreur, écrivez à l’administrateur de Relais : l’adresse est dans les mentions légales.',
  ],
  link: { label: 'Mentions légales', path: '/mentions-legales' },
});

export const claimRefused = (claim: ClaimFacts): Letter => ({
  subject: 'Votre demande de tenir un lieu est refusée',
  paragraphs: [
    `Votre demande de tenir la fiche de ${place(claim)} pour « ${claim.organisationName} » est refusée.`,
    ...(claim.reason ? [`Motif indiqué : ${claim.reason}`] : []),
  ],
  link: { label: 'Voir mes demandes', path: '/hote/lieux' },
});

export const claimLapsed = (claim: ClaimFacts): Letter => ({
  subject: 'Votre demande de tenir un lieu est tombée',
  paragraphs: [
    claim.isHeld
      ? `Une organisation tient maintenant ${place(claim)} : votre demande n’a plus cours.`
      : `Personne n’a répondu à votre demande de tenir la fiche de ${place(claim)} dans le délai. Vous pouvez la refaire.`,
  ],
  link: { label: 'Voir mes lieux', path: '/hote/lieux' },
});
