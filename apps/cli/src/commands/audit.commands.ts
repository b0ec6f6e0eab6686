import { Audit, InvariantAudit } from '@app/platform';
import { Command, JsonOption, Outcome, RelaisCommand } from '../command';

@Command({ name: 'audit:verify', description: 'Relire toute la piste d’audit et vérifier que rien n’y a été changé.' })
export class AuditVerifyCommand extends RelaisCommand {
  constructor(private readonly audit: Audit) {
    super();
  }

  protected async outcome(_args: string[], _options: JsonOption): Promise<Outcome> {
    const verdict = await this.audit.verify();
    const text = verdict.ok
      ? `Piste d’audit intacte : ${verdict.entries} lignes dans ${verdict.blocks} blocs, ${verdict.unchained} à sceller.`
      : `Piste d’audit altérée à partir du bloc ${verdict.brokenAt}.`;
    return { ok: verdict.ok, text, document: verdict };
  }
}

@Command({ name: 'audit:invariants', description: 'Vérifier, sans rien changer, tout ce qui doit toujours être vrai dans la base.' })
export class AuditInvariantsCommand extends RelaisCommand {
  constructor(private readonly invariants: InvariantAudit) {
    super();
  }

  protected async outcome(_args: string[], _options: JsonOption): Promise<Outcome> {
    const results = await this.invariants.run();
    const broken = results.filter(({ violations }) => violations > 0);
    return {
      ok: broken.length === 0,
      text: results.map(({ name, description, violations }) => `${violations ? '✗' : '✓'} ${name} : ${description}${violations ? ` ${violations} écart(s).` : ''}`).join('\n'),
      document: { ok: broken.length === 0, invariants: results },
    };
  }
}
