import { dateInWords, noonOf } from '@app/platform';

/** What an agent asked and followed before, for the same object: the same course. */
export interface Precedents {
  /** Refusals one after the other, before this request is decided. */
  refusals: number;
  /** The last training followed on it: its last day, `YYYY-MM-DD`, and its hours. */
  followed: { endedOn: string; hours: number } | null;
}

export interface StatutoryAlert {
  code: 'commission' | 'same_object';
  text: string;
}

/** Days of a public agent's training: six hours each. */
const HOURS_PER_DAY = 6;
const SHORT_DAYS = 8;

const CIVIL_SERVANTS = ['fonctionnaire', 'stagiaire_fp'];

/** Whom a refusal goes before, by the statut of the agent. */
export const commissionOf = (statut: string): string =>
  CIVIL_SERVANTS.includes(statut) ? 'la commission administrative paritaire (CAP)' : 'la commission consultative paritaire (CCP)';

/** Whether another refusal needs the opinion of the commission. */
export const needsCommission = ({ refusals }: Precedents, rules: Readonly<Record<string, number>>): boolean => refusals >= (rules['refusals_before_commission'] ?? Infinity);

const monthsAfter = (day: string, months: number): string => {
  const at = noonOf(day);
  const [date, target] = [at.getUTCDate(), at.getUTCMonth() + months];
  at.setUTCDate(1);
  at.setUTCMonth(target + 1, 0);
  at.setUTCDate(Math.min(date, at.getUTCDate()));
  return at.toISOString().slice(0, 10);
};
const inWords = (day: string) => dateInWords(noonOf(day), 'UTC');

/** What the employer should know of the law before deciding; `rules`: the figures in force by code, `day`: the first one of the session. */
export function alertsOf(precedents: Precedents, statut: string, rules: Readonly<Record<string, number>>, day: string): StatutoryAlert[] {
  const alerts: StatutoryAlert[] = [];
  if (needsCommission(precedents, rules))
    alerts.push({ code: 'commission', text: `Cette formation lui a déjà été refusée\u202f: un nouveau refus demande l’avis préalable de ${commissionOf(statut)} (article L. 422-22 du code général de la fonction publique).` });
  const { followed } = precedents;
  const months = followed && rules[followed.hours < SHORT_DAYS * HOURS_PER_DAY ? 'same_object_months_short' : 'same_object_months'];
  if (followed && months) {
    const until = monthsAfter(followed.endedOn, months);
    if (day < until)
      alerts.push({ code: 'same_object', text: `Une formation sur le même objet a été suivie jusqu’au ${inWords(followed.endedOn)}\u202f: le délai de ${months} mois court jusqu’au ${inWords(until)} (décret n°\u00a02007-1845, article 7).` });
  }
  return alerts;
}
