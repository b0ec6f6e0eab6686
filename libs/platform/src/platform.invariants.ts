import { invariant } from './invariants/invariants';

invariant(
  'platform.outbox_handled_once',
  'Aucune réaction enregistrée ne reste en attente.',
  `select o.id, p.handler from platform.outbox o cross join unnest(o.pending) as p(handler)
     join platform.handled h on h.event_id = o.id and h.handler = p.handler`,
);
invariant(
  'platform.outbox_published_in_order',
  'Un fait en attente de réaction a été publié.',
  `select id from platform.outbox where published_at is null and pending <> '{}'::text[]`,
);
invariant(
  'platform.audit_blocks_linked',
  'Chaque bloc de la piste d’audit suit le précédent et compte ses lignes.',
  `select b.seq from (
     select b.seq, b.previous_hash, b.entries, lag(b.hash, 1, repeat('0', 64)) over (order by b.seq) as expected,
            b.seq - lag(b.seq, 1, 0::bigint) over (order by b.seq) as step
       from platform.audit_block b) b
    where b.previous_hash <> b.expected or b.step <> 1
       or b.entries <> (select count(*) from platform.audit_entry e where e.block_seq = b.seq)`,
);
