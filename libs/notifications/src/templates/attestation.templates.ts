import type { AttestationFacts } from '../facts/facts';
import { sessionLine } from './enrolment.templates';
import type { Letter } from './letter';

const hours = ({ hours: count }: AttestationFacts): string => `${String(count).replace('.', ',')} h`;

export const attestationToAgent = (attestation: AttestationFacts): Letter => ({
  subject: `Votre attestation : ${attestation.courseTitle}`,
  paragraphs: [
    `Votre attestation pour la formation « ${attestation.courseTitle} » est prête (${hours(attestation)}).`,
    sessionLine(attestation),
    'Votre employeur est prévenu, pour votre dossier individuel.',
  ],
  link: { label: 'Télécharger mon attestation', path: '/mes-attestations' },
});

/** To the training officers: the attestation goes in the agent's file (décret 2008-512, article 5). */
export const attestationToEmployer = (attestation: AttestationFacts): Letter => ({
  subject: `Attestation délivrée : ${attestation.agentName}`,
  paragraphs: [
    `${attestation.agentName} a suivi la formation « ${attestation.courseTitle} » (${hours(attestation)}).`,
    sessionLine(attestation),
    `L’attestation porte le code ${attestation.attestationCode}. Elle est à classer dans le dossier individuel de l’agent.`,
  ],
  link: { label: 'Vérifier l’attestation', path: `/verifier/${attestation.attestationCode}` },
});
