import { delegationOf } from '../content/partners';
import type { Random } from '../random';
import type { World } from '../world';
import type { Agenda } from './agenda';
import type { Agent } from './agents';
import type { PlannedSession } from './session';

/** Who may ask for a seat: agents of the audience, near the place first, once per course and never in two places at once. */
export class Pool {
  private readonly followed = new Set<string>();
  private readonly regionOf: ReadonlyMap<string, string>;

  constructor(
    world: World,
    private readonly agents: readonly Agent[],
    private readonly agenda: Agenda,
  ) {
    this.regionOf = new Map(
      world.known.places.map(({ departementCode, regionCode }) => [departementCode, regionCode]),
    );
  }

  candidates(session: PlannedSession, random: Random): Agent[] {
    const { venue, delegation } = session.room;
    const eligible = random
      .shuffled(this.agents)
      .filter(
        (agent) => inAudience(agent, session.course.audienceCategories) && !this.hasFollowed(agent, session),
      );
    const near = eligible.filter(({ employer }) => employer.departementCode === venue.departementCode);
    const around = eligible.filter(
      ({ employer }) =>
        employer.departementCode !== venue.departementCode &&
        delegationOf(this.regionOf.get(employer.departementCode) ?? '') === delegation,
    );
    return [...near, ...around].filter(({ id }) => this.agenda.isFree(id, session.slots));
  }

  /** Keeps the agent for the session. */
  seat(agent: Agent, session: PlannedSession): void {
    this.agenda.take(agent.id, session.slots);
    this.followed.add(`${agent.id}/${session.course.id}`);
  }

  private hasFollowed(agent: Agent, session: PlannedSession): boolean {
    return this.followed.has(`${agent.id}/${session.course.id}`);
  }
}

const inAudience = ({ category, isMediateur, statut }: Agent, audience: readonly string[]): boolean =>
  audience.includes(category) ||
  (isMediateur && audience.includes('mediateur')) ||
  (statut === 'emploi_avenir' && audience.includes('emploi_avenir'));
