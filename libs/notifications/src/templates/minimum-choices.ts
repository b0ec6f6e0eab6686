/** What the letter of the minimum lets one choose without signing in: each link opens the page that asks once. */
export const MINIMUM_CHOICES = [
  { label: 'Maintenir la session', choice: 'maintenir' },
  { label: 'Annuler la session', choice: 'annuler' },
] as const;
