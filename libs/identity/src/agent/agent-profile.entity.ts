import { constraintProblem } from '@app/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organisation } from '../organisation/organisation.entity';
import { Person } from '../person/person.entity';
import { CadreEmplois } from '../reference/cadre-emplois.entity';
import { Commune } from '../reference/commune.entity';
import { Metier } from '../reference/metier.entity';
import type { Category, Statut } from './agent-profile.rules';

/** What an agent of local government is, for training: employer, cadre d'emplois, category, métier, supervisor. */
@Entity({ schema: 'identity', name: 'agent_profile' })
@Check('ck_agent_profile_category', `category in ('A+', 'A', 'B', 'C')`)
@Check(
  'ck_agent_profile_statut',
  `statut in ('fonctionnaire', 'stagiaire_fp', 'contractuel', 'emploi_avenir')`,
)
@Check('ck_agent_profile_cadre', `cadre_emplois_id is not null or statut in ('contractuel', 'emploi_avenir')`)
@Check('ck_agent_profile_supervisor', `supervisor_id <> person_id`)
@Index(['employerId'])
@Index(['supervisorId'])
export class AgentProfile {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  personId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  employerId: string;

  @Column('text', { nullable: true })
  @ForeignKey(() => CadreEmplois)
  cadreEmploisId: string | null;

  /** Follows the cadre d'emplois when there is one. */
  @Column('text')
  category: Category;

  @Column('text')
  statut: Statut;

  @Column('text', { nullable: true })
  @ForeignKey(() => Metier)
  metierCode: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Person, { onDelete: 'SET NULL' })
  supervisorId: string | null;

  @Column('boolean', { default: false })
  isMediateur: boolean;

  @Column('text', { nullable: true })
  @ForeignKey(() => Commune)
  communeCode: string | null;

  @Column('int', { default: 1 })
  version: number;
}

constraintProblem(
  'ck_agent_profile_cadre',
  422,
  'agent.cadre_required',
  'Un fonctionnaire relève d’un cadre d’emplois.',
);
