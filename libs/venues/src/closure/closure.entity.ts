import { constraintProblem, nameNoun } from '@app/platform';
import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { Venue } from '../venue/venue.entity';

/** Days on which a place is closed, both ends included. */
@Entity({ schema: 'venues', name: 'closure' })
@Check('ck_closure_period', `not isempty(period) and not lower_inf(period) and not upper_inf(period)`)
@Exclusion('ex_closure_venue_period', `USING gist (venue_id WITH =, period WITH &&)`)
export class Closure {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @ForeignKey(() => Venue) @Column('uuid') venueId: string;
  @Column('daterange') period: string;
  @Column('text') reason: string;
}

nameNoun('closure', 'Cette fermeture');
constraintProblem(
  'ex_closure_venue_period',
  409,
  'closure.overlap',
  'Une autre fermeture couvre déjà une partie de ces jours.',
);
constraintProblem('ck_closure_period', 422, 'closure.period', 'Le dernier jour ne peut pas précéder le premier.');
