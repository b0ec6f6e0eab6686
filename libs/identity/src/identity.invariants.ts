import { invariant } from '@app/platform';

invariant(
  'identity.category_follows_cadre',
  'La catégorie d’un agent est celle de son cadre d’emplois.',
  `select a.person_id from identity.agent_profile a join identity.cadre_emplois c on c.id = a.cadre_emplois_id
    where a.category <> c.category`,
);
invariant(
  'identity.employer_employs',
  'L’employeur d’un agent est une collectivité ou le CNFPT.',
  `select a.person_id from identity.agent_profile a join identity.organisation o on o.id = a.employer_id
    where o.kind not in ('employer', 'cnfpt')`,
);
invariant(
  'identity.organisations_have_no_loop',
  'Aucune organisation n’est au-dessus d’elle-même.',
  `with recursive above as (
     select id, parent_id from identity.organisation where parent_id is not null
     union select a.id, o.parent_id from above a join identity.organisation o on o.id = a.parent_id where o.parent_id is not null
   ) select id from above where parent_id = id`,
);
