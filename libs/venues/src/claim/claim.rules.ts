import { lifecycle } from '@app/platform';

export const CLAIM_STATUSES = ['asked', 'granted', 'refused', 'lapsed'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
/** How it was proven, or by whom it was decided. */
export type ClaimWay = 'siret' | 'mail' | 'administrator';

export const claimLife = lifecycle<ClaimStatus, 'grant' | 'refuse' | 'lapse'>({
  grant: { from: ['asked'], to: 'granted' },
  refuse: { from: ['asked'], to: 'refused' },
  lapse: { from: ['asked'], to: 'lapsed' },
});

const DAY_MS = 86_400_000;
/** How long a place has to answer; an administrator has as long. */
export const ANSWER_DAYS = 30;
export const deadlineOf = (askedAt: Date): Date => new Date(askedAt.getTime() + ANSWER_DAYS * DAY_MS);
export const aDayBefore = (at: Date): Date => new Date(at.getTime() - DAY_MS);

/** What one person may ask in a day, and how many letters one place receives in a day, whoever asks. */
export const CLAIMS_PER_DAY = 10;
export const LETTERS_PER_DAY = 3;

/** Retention, once decided: the published address with its link, and what led to nothing or no longer holds. */
export const LINK_KEPT = '90 days';
export const CLAIM_KEPT = '2 years';

/** Enough of an address to know it again, not enough to write to it: « a•••@mairie.example ». */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
