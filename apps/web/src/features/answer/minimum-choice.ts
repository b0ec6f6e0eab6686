/** Which of the two links of the letter was followed. */
export const CHOICES = ['maintenir', 'annuler'] as const;
export type Choice = (typeof CHOICES)[number];
