import { SeatAudit } from '@app/training';
import { Command, JsonOption, Outcome, RelaisCommand } from '../command';

@Command({ name: 'seats:audit', description: 'Rejouer le registre des places : rien de survendu, personne de doublé, toute place libre proposée.' })
export class SeatsAuditCommand extends RelaisCommand {
  constructor(private readonly seats: SeatAudit) {
    super();
  }

  protected async outcome(_args: string[], _options: JsonOption): Promise<Outcome> {
    const { verdict, findings } = await this.seats.run();
    const { sessions, events, oversold, overtaken, unoffered } = verdict;
    const ok = oversold + overtaken + unoffered === 0;
    const read = `${events} lignes du registre relues, de ${sessions} sessions`;
    const text = ok
      ? `${read} : aucune place survendue, personne de doublé, toute place libre proposée.`
      : [
          `${read} : ${oversold} places survendues ou mal comptées, ${overtaken} personnes doublées, ${unoffered} places non proposées.`,
          ...findings.map(({ sessionId, seq, fault, why }) => `✗ session ${sessionId}, ligne ${seq} (${FAULTS[fault]}) : ${why}.`),
        ].join('\n');
    return { ok, text, document: verdict };
  }
}

const FAULTS = { oversold: 'survendue ou mal comptée', overtaken: 'doublée', unoffered: 'non proposée' };
