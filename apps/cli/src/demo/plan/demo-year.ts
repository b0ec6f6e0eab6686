import { MANAGED_DELEGATION } from '../content/accounts';
import type { World } from '../world';
import { Agenda } from './agenda';
import { planAgents } from './agents';
import { courseRows, planCourses } from './courses';
import { enrolmentRows } from './enrolment-rows';
import { tellStory } from './enrolments';
import { fillSession, } from './filling';
import { planHighlights } from './highlights';
import { planOrganisations } from './organisations';
import { People } from './people';
import { Pool } from './pool';
import { planRooms } from './rooms';
import { searchRows } from './searches';
import { sessionRows } from './session-rows';
import { planSessions } from './sessions';
import { sheetLinks, taughtBy } from './sheets';
import { planTrainers } from './trainers';

/** Every row of a demo year, table by table. The same world gives the same rows. */
export function planDemoYear(world: World) {
  const people = new People(world);
  const { all: agents, profiles, trainingOfficers, supervisors } = planAgents(world, people);
  const courses = planCourses(world);
  const trainers = planTrainers(world, people, [...new Set(courses.map(({ theme }) => theme))]);
  const { rows: rooms, equipment, rooms: places, hostVenueId } = planRooms(world);
  const managers = appointManagers(world, people, new Set(places.map(({ delegation }) => delegation)));

  const agenda = new Agenda();
  const highlights = planHighlights(world, agenda, courses, places);
  const supply = { courses, rooms: places, trainers: trainers.admitted, agenda };
  const sessions = [...highlights, ...planSessions(world, supply, highlights.length)];

  const pool = new Pool(world, agents, agenda);
  const enrolments = sessions.flatMap((session) => fillSession(world, pool, agents, session));

  return {
    organisations: planOrganisations(world),
    persons: people.persons,
    memberships: people.memberships,
    profiles,
    trainers: trainers.rows,
    rooms,
    equipment,
    hostVenueId,
    courses: courseRows(world, courses, managers.get(MANAGED_DELEGATION)!),
    sheets: sheetLinks(courses),
    taught: taughtBy(trainers.rows),
    searches: searchRows(world),
    chains: [{ organisation_id: world.id('organisation', 'valence'), opinion: 'advisory', visa: true, budget_cents: 500_000 }],
    ...sessionRows(world, sessions, managers),
    ...enrolmentRows(
      world,
      enrolments.map((planned) => tellStory(world, { trainingOfficers, supervisors }, planned)),
    ),
  };
}

export type DemoYear = ReturnType<typeof planDemoYear>;

/** One course manager in each délégation that organises sessions; the fixed account is one of them. */
function appointManagers(
  world: World,
  people: People,
  delegations: ReadonlySet<string>,
): Map<string, string> {
  return new Map(
    [...delegations].map((delegation) => [
      delegation,
      delegation === MANAGED_DELEGATION
        ? world.id('person', 'catalogue')
        : people.draw(`manager/${delegation}`, 'course_manager', delegation),
    ]),
  );
}
