import { Actor, Audit, Clock, conflict, Database, notFound, Problem, SignedLinks } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AskAnswerInput, AskAnswerView } from './ask.dto';
import { AskQueries } from './ask.queries';
import { askLife, isAwaited, outcomeOf } from './ask.rules';
import { AskService } from './ask.service';

const PURPOSE = 'trainers.ask';
/** How long a link still tells what was said, after the first session begins. */
const READABLE_MS = 30 * 86_400_000;

interface About {
  /** Which state of the demand the letter tells. */
  version: number;
}
interface Opened {
  subjectId: string;
  recipientId: string;
  about: About;
}

const versionOf = (asks: readonly { version: number }[]): number => asks.reduce((sum, { version }) => sum + version, 0);

/** Links by which a trainer answers from the mail: bound to what was asked and to them, for one decision. */
@Injectable()
export class AskLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: SignedLinks,
    private readonly asks: AskService,
    private readonly queries: AskQueries,
  ) {}

  /** A new token for what was asked together; null when no answer is awaited any more. */
  async issue(demandId: string, recipientId: string): Promise<string | null> {
    const asks = await this.queries.together(demandId);
    const awaited = asks.filter((ask) => isAwaited(ask, this.clock.now()));
    if (!awaited.length) return null;
    const last = Math.max(...awaited.map(({ startsAt }) => startsAt.getTime()));
    return this.links.issue({ purpose: PURPOSE, subjectId: demandId, recipientId, about: { version: versionOf(asks) }, until: new Date(last + READABLE_MS) });
  }

  async read(token: string): Promise<AskAnswerView> {
    return this.view(await this.open(token));
  }

  /** Decides once for all that still awaits. A second answer is told what the first one was. */
  answer({ token, decision, reason }: AskAnswerInput, version: number): Promise<AskAnswerView> {
    return this.db.tx(async () => {
      const link = await this.open(token);
      const known = await this.asks.lockDemand(link.subjectId);
      const outcome = outcomeOf(known, this.clock.now());
      if (outcome !== null) throw conflict('answer.already', outcome);
      if (versionOf(known) !== version)
        throw new Problem(412, 'answer.changed', 'Cette demande a changé depuis que vous l’avez lue. Relisez-la, puis répondez.');
      const askIds = await this.asks.decide(known, decision, reason ?? null);
      const actor = new Actor(link.recipientId, '', [], new Set());
      await this.audit.record({ actor, action: `trainers.demand.${askLife.table[decision].to}`, subjectType: 'ask_demand', subjectId: link.subjectId, detail: { by: 'mail', asks: askIds } });
      return this.view(link);
    });
  }

  /** The link, whose person is still a trainer who may sign in; else it is as if it had never been. */
  private async open(token: string): Promise<Opened> {
    const link = await this.links.open<About>(PURPOSE, token);
    const trainer = await this.db.one(
      `select 1 from trainers.ask k join identity.person p on p.id = k.trainer_id and p.active where k.demand_id = $1 and k.trainer_id = $2 limit 1`,
      [link.subjectId, link.recipientId],
    );
    if (!trainer) throw notFound('answer_link');
    return link;
  }

  private async view({ subjectId, about }: Opened): Promise<AskAnswerView> {
    const rows = await this.queries.together(subjectId);
    const now = this.clock.now();
    const [{ trainerName, organiserName, askedBy }] = rows as [(typeof rows)[number]];
    const version = versionOf(rows);
    const outcome = outcomeOf(rows, now);
    return {
      trainerName, organiserName, askedBy, outcome, version,
      sessions: rows.map(({ trainerName: _t, organiserName: _o, askedBy: _a, reason: _r, version: _v, ...session }) => session),
      reason: rows.find(({ reason }) => reason !== null)?.reason ?? null,
      actions: outcome === null ? ['accept', 'decline'] : [],
      hasChanged: outcome === null && about.version !== version,
    };
  }
}
