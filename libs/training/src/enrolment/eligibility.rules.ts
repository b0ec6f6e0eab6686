/** What article 4 of the agreement says of who pays, for one agent and one course. */
export interface Eligibility {
  /** What their employer is: a collectivité or one of its establishments, or something else. */
  employerKind: string;
  regime: string;
  /** The terms of the project sheet, when the regime leaves them to it. */
  conditions: string;
  acceptsConditions: boolean;
}

export type Payer = { payer: string } | { refused: string; code: string; pointer?: string };

/** Who pays for this agent, or the rule by which they may not come. */
export function payerOf({ employerKind, regime, conditions, acceptsConditions }: Eligibility): Payer {
  if (employerKind === 'employer') return { payer: 'cnfpt' };
  if (regime === 'shared') return { payer: 'shared' };
  if (regime === 'cnfpt')
    return {
      code: 'enrolment.article4_territorial',
      refused: 'Cette formation est réservée aux agents territoriaux\u202f: le CNFPT la prend en charge au titre de la cotisation de leur employeur (article 4 de la convention).',
    };
  if (!acceptsConditions)
    return {
      code: 'enrolment.article4_conditions',
      pointer: '/acceptsConditions',
      refused: `Votre employeur n’étant pas une collectivité, acceptez les conditions de la fiche technique (article 4 de la convention)\u202f: ${conditions}`,
    };
  return { payer: 'project_sheet' };
}
