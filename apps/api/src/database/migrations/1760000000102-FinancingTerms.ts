import { MigrationInterface, QueryRunner } from 'typeorm';

export class FinancingTerms1760000000102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table training.financing_regime add column needs_terms boolean not null default false;
      update training.financing_regime set needs_terms = true where code in ('shared', 'project_sheet');
      update training.course set financing_conditions = case financing_regime
          when 'project_sheet' then 'Selon la fiche technique de l’action.'
          else 'Selon ce qui est convenu entre les parties.' end
       where status = 'published' and financing_regime in ('shared', 'project_sheet') and financing_conditions = '';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
