import { dayOf } from '@app/identity';
import { WorkingDays } from './calendar';
import { idOf } from './identifiers';
import { Random } from './random';

export interface DemoCommune {
  code: string;
  departementCode: string;
}

export interface DemoPlace {
  id: string;
  sourceId: string;
  departementCode: string;
  regionCode: string;
  timeZone: string;
  holidayTerritory: string;
}

/** What the plan of a demo year starts from: the day it is made, and the reference data already loaded. */
export interface Known {
  now: Date;
  /** « territory/date » of the legal holidays. */
  holidays: ReadonlySet<string>;
  /** Towns where agents live. */
  communes: readonly DemoCommune[];
  /** Published places that may welcome sessions, in a stable order. */
  places: readonly DemoPlace[];
}

/** One demo year: everything but the state of things on the day it is loaded depends on the year only. */
export class World {
  readonly year: number;
  readonly today: string;
  readonly workingDays: WorkingDays;

  constructor(readonly known: Known) {
    this.today = dayOf(known.now);
    this.year = Number(this.today.slice(0, 4));
    this.workingDays = new WorkingDays(known.holidays);
  }

  get now(): Date {
    return this.known.now;
  }

  id(kind: string, key: string | number): string {
    return idOf(this.year, kind, key);
  }

  /** Each thing draws from its own chance, so that changing one leaves the others as they were. */
  random(name: string): Random {
    return new Random(`${this.year}/${name}`);
  }
}
