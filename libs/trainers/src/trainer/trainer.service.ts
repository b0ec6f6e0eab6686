import { Actor, Audit, Database, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NewTrainer } from './trainer.dto';
import { Trainer } from './trainer.entity';
import { TrainerAction, trainerLife } from './trainer.rules';

/** The pool itself: who is a candidate, admitted, suspended or gone. */
@Injectable()
export class TrainerService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  /** Adds a candidate. */
  register(actor: Actor | null, { personId, specialities = [], bio = null }: NewTrainer): Promise<void> {
    return this.db.tx(async () => {
      await this.db.em.insert(Trainer, { personId, specialities, bio });
      await this.record(actor, personId, 'registered');
    });
  }

  move(actor: Actor | null, personId: string, action: TrainerAction): Promise<void> {
    return this.db.tx(async () => {
      const trainer = await this.db.em.findOne(Trainer, {
        where: { personId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!trainer) throw notFound('trainer');
      const status = trainerLife.next(trainer.status, action);
      await this.db.em.update(Trainer, personId, { status });
      await this.record(actor, personId, status);
    });
  }

  private record(actor: Actor | null, personId: string, action: string): Promise<void> {
    return this.audit.record({
      actor,
      action: `trainers.trainer.${action}`,
      subjectType: 'person',
      subjectId: personId,
    });
  }
}
