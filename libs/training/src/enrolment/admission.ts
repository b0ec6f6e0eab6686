import { conflict, invalid } from '@app/platform';
import { stepAfter, stepsOf } from '../chain/chain.rules';
import { closedTo } from '../session/session.rules';
import { inAudience } from './audience.rules';
import { payerOf } from './eligibility.rules';
import type { EnrolmentInput } from './enrolment.dto';
import { priorityOf } from './priority.rules';
import type { Clash, RequestFacts } from './request-facts';

/** What a request becomes when it is made, or why it may not be. */
export function admission({ session, agent, chain, clash, ranks }: RequestFacts, { acceptsConditions = false, byLaw = false }: Pick<EnrolmentInput, 'acceptsConditions'> & { byLaw?: boolean }, now: Date) {
  const closed = closedTo(session, now);
  if (closed) throw conflict('session.closed', closed);
  if (!agent) throw conflict('agent.profile_missing', 'Votre employeur et votre cadre d’emplois doivent être connus avant de demander une place.');
  if (!inAudience(agent, session.audience)) throw conflict('enrolment.not_in_audience', 'Le jour de cette session, la formation ne s’adresse pas à cette catégorie d’agents.');
  const payer = payerOf({ employerKind: agent.employerKind, regime: session.regime, conditions: session.conditions, acceptsConditions });
  if ('refused' in payer) throw payer.pointer ? invalid(payer.pointer, payer.code, payer.refused) : conflict(payer.code, payer.refused);
  if (clash) throw overlapping(clash, session);
  const step = stepAfter(stepsOf(chain, agent.supervisorId !== null), null);
  const target = step ? ('submitted' as const) : session.isSelective ? ('transmitted' as const) : ('placed' as const);
  return { agent, step, target, payer: payer.payer, priority: priorityOf({ ...session, delegationId: agent.delegationId, byLaw }, ranks) };
}

export const offline = () =>
  conflict('enrolment.employer_offline', 'Votre employeur n’a pas ouvert l’inscription en ligne\u202f: imprimez le bulletin, faites-le signer et remettez-le à votre référent formation.');

export const overlapping = (has: Clash, asked: { code: string; courseTitle: string }) =>
  conflict(
    'enrolment.overlaps',
    `Une place est déjà prise dans la session ${has.code} («\u202f${has.courseTitle}\u202f»), aux mêmes heures que la session ${asked.code} («\u202f${asked.courseTitle}\u202f»).`,
  );
