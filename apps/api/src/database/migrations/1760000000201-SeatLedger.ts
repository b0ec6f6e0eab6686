import { MigrationInterface, QueryRunner } from 'typeorm';

/** A ledger of seats that the database itself keeps, a waiting list that makes offers, and shares of a session. */
export class SeatLedger1760000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      -- What the CNFPT chooses among requests, rather than taking them in order.
      alter table training.course add is_selective boolean not null default false;

      alter table training.session
        add ledger_seq integer not null default 0,
        add scope text not null default 'open',
        add convoked_at timestamptz,
        add constraint ck_session_scope check (scope in ('open', 'regional'));

      create table training.session_share (
        session_id uuid not null constraint fk_session_share_session_id references training.session (id) on delete cascade,
        organisation_id uuid not null constraint fk_session_share_organisation_id references identity.organisation (id),
        reserved integer not null default 0,
        release_at timestamptz,
        released_at timestamptz,
        at_most integer,
        constraint pk_session_share primary key (session_id, organisation_id),
        constraint ck_session_share_reserved check (reserved >= 0 and (reserved = 0) = (release_at is null)),
        constraint ck_session_share_at_most check (at_most is null or at_most >= greatest(reserved, 1)),
        constraint ck_session_share_says check (reserved > 0 or at_most is not null)
      );
      create index ix_session_share_organisation_id on training.session_share (organisation_id);
      create index ix_session_share_to_release on training.session_share (release_at) where released_at is null and release_at is not null;

      create table training.priority_rule (
        code text not null constraint pk_priority_rule primary key,
        label text not null,
        source text not null,
        rank smallint not null,
        valid_from date not null,
        valid_until date,
        constraint ck_priority_rule_rank check (rank between 0 and 99),
        constraint ck_priority_rule_validity check (valid_until is null or valid_until >= valid_from)
      );
      insert into training.priority_rule (code, label, source, rank, valid_from) values
        ('moved', 'A cédé sa place à la demande de l’organisateur', 'Relais', 0, '2015-10-01'),
        ('law', 'Agent de catégorie C sans qualification de niveau 4, en situation de handicap ou exposé à l’usure professionnelle', 'Code général de la fonction publique, article L. 422-3', 1, '2022-07-24'),
        ('region', 'Agent d’une collectivité de la délégation qui organise la session', 'Sessions régionales du CNFPT', 2, '2015-10-01');

      -- How requests of an employer's agents are decided there.
      create table training.employer_chain (
        organisation_id uuid not null constraint pk_employer_chain primary key constraint fk_employer_chain_organisation_id references identity.organisation (id),
        online boolean not null default true,
        opinion text not null default 'advisory',
        opinion_days smallint not null default 7,
        validates boolean not null default true,
        validation_days smallint not null default 14,
        visa boolean not null default false,
        managed_by uuid constraint fk_employer_chain_managed_by references identity.organisation (id),
        version integer not null default 1,
        constraint ck_employer_chain_opinion check (opinion in ('none', 'advisory', 'decisive')),
        constraint ck_employer_chain_days check (opinion_days between 1 and 60 and validation_days between 1 and 60),
        constraint ck_employer_chain_visa check (validates or not visa),
        constraint ck_employer_chain_managed_by check (managed_by <> organisation_id)
      );
      create index ix_employer_chain_managed_by on training.employer_chain (managed_by) where managed_by is not null;

      create table training.deputy (
        id uuid not null default uuidv7() constraint pk_deputy primary key,
        absent_id uuid not null constraint fk_deputy_absent_id references identity.person (id) on delete cascade,
        deputy_id uuid not null constraint fk_deputy_deputy_id references identity.person (id) on delete cascade,
        days daterange not null,
        named_by uuid not null,
        constraint ck_deputy_other check (absent_id <> deputy_id),
        constraint ck_deputy_days check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
        constraint ex_deputy_one_at_a_time exclude using gist (absent_id with =, days with &&)
      );
      create index ix_deputy_deputy_id on training.deputy (deputy_id);

      -- What the law says of refusals and of trainings followed twice, as it is in force.
      create table training.statutory_rule (
        code text not null,
        valid_from date not null,
        valid_until date,
        value integer not null,
        label text not null,
        source text not null,
        constraint pk_statutory_rule primary key (code, valid_from),
        constraint ck_statutory_rule_value check (value > 0),
        constraint ck_statutory_rule_validity check (valid_until is null or valid_until >= valid_from)
      );
      insert into training.statutory_rule (code, valid_from, value, label, source) values
        ('refusals_before_commission', '2008-01-01', 1, 'Refus sur le même objet après lesquels le suivant demande l’avis de la commission administrative ou consultative paritaire', 'Code général de la fonction publique, article L. 422-22'),
        ('same_object_months', '2008-01-01', 12, 'Mois avant de suivre de nouveau une formation de même objet', 'Code général de la fonction publique, article L. 422-30 ; décret n° 2007-1845, article 7'),
        ('same_object_months_short', '2008-01-01', 6, 'Mois, quand la formation suivie durait moins de huit jours', 'Décret n° 2007-1845, article 7');

      drop index training.uq_enrolment_waiting_rank;
      alter table training.enrolment
        drop constraint ck_enrolment_status,
        drop constraint ck_enrolment_waiting_rank,
        alter status drop default,
        add step text,
        add due_at timestamptz,
        add reminded_at timestamptz,
        add opinion text,
        add delegation_id uuid constraint fk_enrolment_delegation_id references identity.organisation (id),
        add group_id uuid,
        add commission_on date,
        add priority smallint not null default 99,
        add priority_rule text constraint fk_enrolment_priority_rule references training.priority_rule (code),
        add offer_until timestamptz,
        add created_by uuid,
        add payer text not null default 'cnfpt',
        add cost_cents integer not null default 0,
        add periods tstzmultirange;
      alter table training.enrolment rename waiting_rank to queue_number;
      update training.enrolment set step = 'validation' where status = 'submitted';
      update training.enrolment e set periods = (select range_agg(t.period) from training.session_slot t where t.session_id = e.session_id)
        from training.session s where s.id = e.session_id and s.ends_at > now() and e.status in ('admitted', 'convoked');
      -- Those who already overlap are left as they are; the next one is refused.
      update training.enrolment e set periods = null where periods is not null and exists (
        select from training.enrolment o where o.agent_id = e.agent_id and o.id < e.id and o.periods && e.periods);
      alter table training.enrolment
        add constraint ck_enrolment_status check (status in ('draft', 'submitted', 'transmitted', 'refused', 'admitted', 'waiting', 'offered', 'not_selected', 'convoked', 'present', 'partial', 'absent', 'attested', 'withdrawn', 'cancelled')),
        add constraint ck_enrolment_step check ((status = 'submitted') = (step is not null) and step in ('opinion', 'validation', 'visa')),
        -- Not a reference: every request would lock the same row.
        add constraint ck_enrolment_payer check (payer in ('cnfpt', 'shared', 'project_sheet')),
        add constraint ck_enrolment_opinion check (opinion in ('favourable', 'unfavourable')),
        add constraint ck_enrolment_queue_number check ((status = 'waiting') = (queue_number is not null)),
        add constraint ck_enrolment_offer_until check ((status = 'offered') = (offer_until is not null)),
        add constraint ex_enrolment_one_place_at_a_time exclude using gist (agent_id with =, periods with &&) where (status in ('admitted', 'convoked'));
      create index ix_enrolment_delegation_id on training.enrolment (delegation_id) where delegation_id is not null;
      create index ix_enrolment_group_id on training.enrolment (group_id) where group_id is not null;
      create index ix_enrolment_queue on training.enrolment (session_id, priority, queue_number) where status = 'waiting';
      create index ix_enrolment_offered on training.enrolment (offer_until) where status = 'offered';

      -- A request writes no index that nobody reads, and moves the counter of its session within its page.
      alter table training.enrolment_event drop constraint pk_enrolment_event, add constraint pk_enrolment_event primary key (enrolment_id, id);
      drop index training.ix_enrolment_event_at_enrolment_id;
      drop index platform.ix_audit_entry_block_seq;
      create index ix_audit_entry_block_seq on platform.audit_entry (block_seq) where block_seq is not null;
      drop index platform.ix_idempotency_created_at;
      alter table training.session set (fillfactor = 70);
      drop trigger tr_session_update_entry on training.session;
      create or replace function training.sessions_written() returns trigger language plpgsql as $$
      declare ids uuid[];
      begin
        if tg_op = 'INSERT' then
          select array_agg(distinct course_id) into ids from now_written where status in ('open', 'confirmed');
        else
          select array_agg(distinct course_id) into ids from before where status in ('open', 'confirmed');
        end if;
        if ids is not null then perform training.index_offers(ids); end if;
        return null;
      end $$;
      create function training.session_written() returns trigger language plpgsql as $$
      begin
        perform training.index_offers(array[new.course_id]);
        return null;
      end $$;
      create trigger tr_session_update_entry after update on training.session for each row
        when ((new.status in ('open', 'confirmed') or old.status in ('open', 'confirmed'))
          and (new.status, new.starts_at, new.enrolment_closes_at, new.venue_id, new.time_zone, new.seats_taken < new.capacity)
              is distinct from (old.status, old.starts_at, old.enrolment_closes_at, old.venue_id, old.time_zone, old.seats_taken < old.capacity))
        execute function training.session_written();

      -- Every change of the seats or of the queue of a session, in order: nothing else moves the counter. Entries of one transaction are one change
      -- (a replay judges the queue between them), and say whether the session could still offer seats then.
      create table training.seat_entry (
        session_id uuid not null constraint fk_seat_entry_session_id references training.session (id) on delete cascade,
        seq integer not null,
        kind text not null,
        at timestamptz not null,
        enrolment_id uuid,
        from_status text,
        to_status text,
        capacity integer not null,
        taken integer not null,
        tx bigint not null,
        offers boolean not null,
        detail jsonb,
        constraint pk_seat_entry primary key (session_id, seq),
        constraint ck_seat_entry_kind check (kind in ('capacity', 'request', 'share')),
        constraint ck_seat_entry_request check ((kind = 'request') = (enrolment_id is not null)),
        constraint ck_seat_entry_taken check (taken between 0 and capacity)
      );

      create function training.this_tx() returns bigint language sql volatile return pg_current_xact_id()::text::bigint;

      create function training.offers_seats(status text, starts_at timestamptz, at timestamptz) returns boolean language sql immutable
        return status = 'postponed' or (status in ('open', 'confirmed') and starts_at > at);

      create function training.holds_seat(status text) returns boolean language sql immutable
        return coalesce(status in ('offered', 'admitted', 'convoked', 'present', 'partial', 'absent', 'attested'), false);

      -- Seats of a session that agents of this employer, or of employers of this delegation, hold.
      create function training.used_by(p_session uuid, p_organisation uuid) returns integer language sql stable
        return (select count(*)::int from training.enrolment e where e.session_id = p_session and training.holds_seat(e.status) and p_organisation in (e.employer_id, e.delegation_id));

      -- Requests made by one statement take their seats and ranks in the order of their ids, which is the order they came in.
      create function training.take_seats() returns trigger language plpgsql as $$
      begin
        with entry as (
          select e.*, training.holds_seat(e.status) as holds from asked e where e.status = 'waiting' or training.holds_seat(e.status)
        ), moved as (
          update training.session s set seats_taken = s.seats_taken + m.seats, ledger_seq = s.ledger_seq + m.entries
            from (select session_id, count(*) filter (where holds)::int as seats, count(*)::int as entries from entry group by session_id) m
           where s.id = m.session_id
          returning s.id, s.capacity, s.seats_taken - m.seats as taken, s.ledger_seq - m.entries as seq, training.offers_seats(s.status, s.starts_at, clock_timestamp()) as offers
        )
        insert into training.seat_entry (session_id, seq, kind, at, enrolment_id, to_status, capacity, taken, tx, offers, detail)
          select e.session_id, m.seq + row_number() over came, 'request', clock_timestamp(), e.id, e.status, m.capacity, m.taken + count(*) filter (where e.holds) over came, training.this_tx(), m.offers,
                 jsonb_strip_nulls(jsonb_build_object('p', e.priority, 'q', e.queue_number, 'g', e.group_id, 'e', e.employer_id, 'd', e.delegation_id))
            from entry e join moved m on m.id = e.session_id window came as (partition by e.session_id order by e.id);
        return null;
      end $$;
      create trigger tr_enrolment_insert_seats after insert on training.enrolment referencing new table as asked for each statement execute function training.take_seats();

      create function training.keep_seats() returns trigger language plpgsql as $$
      declare
        held boolean := training.holds_seat(old.status);
        holds boolean := training.holds_seat(new.status);
        s record;
      begin
        if held = holds and old.status not in ('waiting', 'offered') and new.status not in ('waiting', 'offered') then
          return null;
        end if;
        update training.session set seats_taken = seats_taken + holds::int - held::int, ledger_seq = ledger_seq + 1
         where id = new.session_id returning ledger_seq, capacity, seats_taken, status, starts_at into s;
        insert into training.seat_entry (session_id, seq, kind, at, enrolment_id, from_status, to_status, capacity, taken, tx, offers, detail)
          values (new.session_id, s.ledger_seq, 'request', clock_timestamp(), new.id, old.status, new.status, s.capacity, s.seats_taken,
                  training.this_tx(), training.offers_seats(s.status, s.starts_at, clock_timestamp()),
                  jsonb_strip_nulls(jsonb_build_object('p', new.priority, 'q', new.queue_number, 'g', new.group_id, 'e', new.employer_id, 'd', new.delegation_id)));
        return null;
      end $$;
      create trigger tr_enrolment_update_seats after update of status, priority, queue_number, group_id, employer_id, delegation_id on training.enrolment
        for each row when (old.status is distinct from new.status or (new.status = 'waiting'
          and (old.priority, old.queue_number, old.group_id, old.employer_id, old.delegation_id) is distinct from (new.priority, new.queue_number, new.group_id, new.employer_id, new.delegation_id)))
        execute function training.keep_seats();

      create function training.keep_capacity() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then new.ledger_seq := new.ledger_seq + 1; end if;
        insert into training.seat_entry (session_id, seq, kind, at, capacity, taken, tx, offers)
          values (new.id, new.ledger_seq, 'capacity', clock_timestamp(), new.capacity, new.seats_taken,
                  training.this_tx(), training.offers_seats(new.status, new.starts_at, clock_timestamp()));
        return new;
      end $$;
      create trigger tr_session_insert_capacity after insert on training.session for each row execute function training.keep_capacity();
      create trigger tr_session_update_capacity before update of capacity on training.session
        for each row when (old.capacity <> new.capacity) execute function training.keep_capacity();

      create function training.keep_shares() returns trigger language plpgsql as $$
      declare
        shared uuid := coalesce(new.session_id, old.session_id);
        s record;
      begin
        update training.session set ledger_seq = ledger_seq + 1 where id = shared returning ledger_seq, capacity, seats_taken, status, starts_at into s;
        if not found then return null; end if;
        insert into training.seat_entry (session_id, seq, kind, at, capacity, taken, tx, offers, detail)
          select shared, s.ledger_seq, 'share', clock_timestamp(), s.capacity, s.seats_taken,
                 training.this_tx(), training.offers_seats(s.status, s.starts_at, clock_timestamp()),
                 coalesce(jsonb_agg(jsonb_build_object('o', x.organisation_id, 'reserved', case when x.released_at is null then x.reserved else 0 end, 'most', x.at_most)), '[]')
            from training.session_share x where x.session_id = shared;
        return null;
      end $$;
      create trigger tr_session_share after insert or update or delete on training.session_share for each row execute function training.keep_shares();

      create function training.refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and not exists (select from training.session where id = old.session_id) then return old; end if;
        raise exception 'the ledger of seats is only added to' using errcode = 'restrict_violation';
      end $$;
      create trigger tr_seat_entry_kept before update or delete on training.seat_entry for each row execute function training.refuse_change();

      -- Sessions that were there before: their capacity, who sits and who waits, in the order they came.
      insert into training.seat_entry (session_id, seq, kind, at, capacity, taken, tx, offers)
        select id, 0, 'capacity', created_at, capacity, 0, training.this_tx(), training.offers_seats(status, starts_at, now()) from training.session;
      with moved as (
        select e.*, row_number() over (partition by e.session_id order by (e.status = 'waiting'), e.queue_number, e.submitted_at, e.id)::int as seq,
               s.capacity, training.offers_seats(s.status, s.starts_at, now()) as offers, sum(training.holds_seat(e.status)::int) over (partition by e.session_id order by (e.status = 'waiting'), e.queue_number, e.submitted_at, e.id)::int as taken
          from training.enrolment e join training.session s on s.id = e.session_id where training.holds_seat(e.status) or e.status = 'waiting'),
      entered as (
        insert into training.seat_entry (session_id, seq, kind, at, enrolment_id, to_status, capacity, taken, tx, offers, detail)
          select session_id, seq, 'request', now(), id, status, capacity, taken, training.this_tx(), offers,
                 jsonb_strip_nulls(jsonb_build_object('p', priority, 'q', queue_number, 'e', employer_id)) from moved)
      update training.session s set ledger_seq = m.seq from (select session_id, max(seq) as seq from moved group by session_id) m where m.session_id = s.id;

      alter table notifications.message drop constraint ck_message_answers_kind,
        add constraint ck_message_answers_kind check (answers_kind in ('demand', 'ask', 'minimum', 'offer'));

      -- How many seats someone of this employer, of this delegation, could be given now.
      create function training.free_for(p_session uuid, p_employer uuid, p_delegation uuid) returns integer language sql stable as $$
        select case when not exists (select from training.session_share h where h.session_id = s.id) then s.capacity - s.seats_taken
          else least(
            s.capacity - s.seats_taken - coalesce((
              select sum(greatest(x.reserved - x.used, 0)) from (
                select h.reserved, training.used_by(s.id, h.organisation_id) as used from training.session_share h
                 where h.session_id = s.id and h.released_at is null and h.organisation_id not in (p_employer, coalesce(p_delegation, p_employer))) x), 0),
            (select min(h.at_most - training.used_by(s.id, h.organisation_id)) from training.session_share h
              where h.session_id = s.id and h.at_most is not null and h.organisation_id in (p_employer, coalesce(p_delegation, p_employer)))) end::int
          from training.session s where s.id = p_session
      $$;

      -- Offers the seats that are free to those who wait: by priority, then in the order they came, each when it fits whole.
      -- The caller holds the session.
      create function training.advance(p_session uuid, p_at timestamptz, p_until timestamptz) returns void language plpgsql as $$
      declare
        s record;
        u record;
        free integer;
      begin
        select x.status, x.starts_at, x.capacity - x.seats_taken as free into s from training.session x where x.id = p_session;
        free := s.free;
        if not training.offers_seats(s.status, s.starts_at, p_at) or free <= 0 then return; end if;
        for u in
          select array_agg(e.id order by e.queue_number) as ids, count(*)::int as size, min(e.employer_id::text)::uuid as employer, min(e.delegation_id::text)::uuid as delegation
            from training.enrolment e where e.session_id = p_session and e.status = 'waiting'
           group by coalesce(e.group_id, e.id) order by min(array[e.priority::int, e.queue_number])
        loop
          exit when free <= 0;
          continue when training.free_for(p_session, u.employer, u.delegation) < u.size;
          update training.enrolment set status = 'offered', queue_number = null, offer_until = p_until, version = version + 1 where id = any(u.ids);
          insert into training.enrolment_event (enrolment_id, action, from_status, to_status, at) select id, 'offer', 'waiting', 'offered', p_at from unnest(u.ids) id;
          insert into platform.outbox (type, payload) select 'training.enrolment_offered', jsonb_build_object('enrolmentId', id) from unnest(u.ids) id;
          free := free - u.size;
        end loop;
      end $$;

      -- A session that was full has a seat again, and nobody waits for it.
      create function training.tell_freed(p_session uuid, p_was_full boolean) returns void language sql as $$
        insert into platform.outbox (type, payload)
          select 'training.seat_freed', jsonb_build_object('sessionId', s.id) from training.session s
           where s.id = p_session and p_was_full and s.seats_taken < s.capacity and s.status in ('open', 'confirmed')
      $$;

      -- One decision, whole: the requests (one, or a group), their history, the audit, what is told, the seats and who comes next.
      -- 'placed' is a seat when there is one, else a rank in the waiting list. Answers what they have become.
      create function training.decide(
        p_ids uuid[], p_versions integer[], p_session uuid, p_action text, p_target text, p_actor uuid, p_at timestamptz, p_until timestamptz,
        p_reason text, p_step text, p_due timestamptz, p_priority smallint, p_rule text, p_opinion text, p_decides boolean, p_told text, p_commission date
      ) returns text language plpgsql as $$
      declare
        s record;
        u record;
        became text := p_target;
        written integer;
      begin
        insert into platform.audit_entry (actor_id, action, subject_type, subject_id, detail)
          select p_actor, 'enrolment.' || p_action, 'enrolment', id::text, jsonb_build_object('to', p_target) from unnest(p_ids) id;
        select x.status, x.seats_taken >= x.capacity as was_full, x.ledger_seq into s from training.session x where x.id = p_session for no key update;
        select min(e.employer_id::text)::uuid as employer, min(e.delegation_id::text)::uuid as delegation, min(e.status) as before,
               bool_or(training.holds_seat(e.status)) as held, bool_or(e.status = 'waiting') as waited
          into u from training.enrolment e where e.id = any(p_ids);
        if p_target = 'placed' then
          if s.status not in ('open', 'confirmed') then raise exception 'closed' using errcode = 'check_violation', constraint = 'ck_enrolment_session_takes'; end if;
          became := case when training.free_for(p_session, u.employer, u.delegation) >= cardinality(p_ids) then 'admitted' else 'waiting' end;
        end if;
        update training.enrolment e set status = became, step = p_step, due_at = p_due, reminded_at = null, reason = p_reason,
               queue_number = case when became = 'waiting' then s.ledger_seq + o.ord::int end,
               periods = case became when 'admitted' then (select range_agg(t.period) from training.session_slot t where t.session_id = e.session_id) when 'convoked' then e.periods end,
               offer_until = case when became = 'offered' then p_until end,
               priority = coalesce(p_priority, e.priority), priority_rule = coalesce(p_rule, e.priority_rule), opinion = coalesce(p_opinion, e.opinion),
               decided_at = case when p_decides then p_at else e.decided_at end, decided_by = case when p_decides then p_actor else e.decided_by end,
               commission_on = coalesce(p_commission, e.commission_on), version = e.version + 1
          from unnest(p_ids, p_versions) with ordinality as o(id, version, ord) where e.id = o.id and e.version = o.version;
        get diagnostics written = row_count;
        if written <> cardinality(p_ids) then raise exception 'changed' using errcode = 'check_violation', constraint = 'ck_enrolment_changed'; end if;
        insert into training.enrolment_event (enrolment_id, action, from_status, to_status, actor_id, reason, at)
          select id, p_action, u.before, became, p_actor, p_reason, p_at from unnest(p_ids) id;
        insert into platform.outbox (type, payload)
          select coalesce(p_told, 'training.enrolment_' || became), jsonb_build_object('enrolmentId', id) from unnest(p_ids) id;
        -- Who is moved back makes room for a smaller session: nobody is offered that seat.
        if p_action <> 'move' and ((u.held and not training.holds_seat(became)) or u.waited) then
          perform training.advance(p_session, p_at, p_until);
          perform training.tell_freed(p_session, s.was_full);
        end if;
        return became;
      end $$;

      -- Requests, whole and together, in the order they came: who has a seat, a rank, or to wait for an employer; the history, the audit, what is told, and the key of
      -- the click with its answer (known, when it was asked before). What refuses one undoes all. Those whose session someone else holds are left out of the answer,
      -- with nothing written, unless p_waits. Where seats are shared out, what is left for each is counted one request after the other.
      create function training.enrol(p_asks jsonb, p_waits boolean) returns table (n integer, answer jsonb, known text, refused text) language plpgsql as $$
      #variable_conflict use_column
      declare
        held uuid[] := array(select distinct (a ->> 'session')::uuid from jsonb_array_elements(p_asks) a);
        turns integer := 1;
      begin
        if p_waits then
          perform from training.session s where s.id = any(held) order by s.id for no key update;
        else
          held := array(select s.id from training.session s where s.id = any(held) order by s.id for no key update skip locked);
        end if;
        if exists (select from training.session_share h where h.session_id = any(held)) then turns := jsonb_array_length(p_asks); end if;
        for turn in 1..turns loop
          return query with ask as materialized (
            select x.*, uuidv7() as id from rows from (jsonb_to_recordset(p_asks) as (
              person uuid, key text, fingerprint text, session uuid, agent uuid, employer uuid, delegation uuid, number text, motivation text, target text, step text, due timestamptz,
              priority smallint, rule text, payer text, cost integer, "group" uuid, at timestamptz)) with ordinality as x (
              person, key, fingerprint, session, agent, employer, delegation, number, motivation, target, step, due, priority, rule, payer, cost, "group", at, n)
          ), come as (
            select a.*, i.fingerprint as known, i.answer as told, i.key is null and s.status in ('open', 'confirmed') as enters, s.capacity - s.seats_taken as free, s.ledger_seq, h.shared,
                   row_number() over (partition by a.session order by a.n) as nth
              from ask a join training.session s on s.id = a.session left join platform.idempotency i on i.person_id = a.person and i.key = a.key
              cross join lateral (select exists (select from training.session_share h where h.session_id = a.session) as shared) h
             where a.session = any(held)
          ), ranked as (
            select c.*, count(*) filter (where enters and target = 'placed') over (partition by session order by n) as place from come c where turn = case when shared then nth else 1 end
          ), seated as (
            select r.*, case when target <> 'placed' then target when place <= case when shared then training.free_for(session, employer, delegation) else free end then 'admitted' else 'waiting' end as status
              from ranked r
          ), decided as materialized (
            select d.*, coalesce(told, jsonb_build_object('id', id, 'number', number, 'status', status)) as answer from seated d
          ), audited as (
            insert into platform.audit_entry (actor_id, action, subject_type, subject_id) select person, 'enrolment.submit', 'enrolment', id::text from decided where enters
          ), requested as (
            -- The budgets that these touch are held in the same order by all.
            insert into training.enrolment (id, number, session_id, agent_id, employer_id, delegation_id, group_id, status, step, due_at, motivation, submitted_at, priority, priority_rule, payer,
                                            queue_number, periods, created_by, cost_cents)
            select id, number, session, agent, employer, delegation, "group", status, step, due, motivation, at, coalesce(priority, 99::smallint), rule, payer, case when status = 'waiting' then ledger_seq + place end,
                   case when status = 'admitted' then (select range_agg(t.period) from training.session_slot t where t.session_id = session) end, person, cost
              from decided where enters order by employer, n
          ), remembered as (
            insert into training.enrolment_event (enrolment_id, action, to_status, actor_id, at) select id, 'submit', status, person, at from decided where enters
          ), announced as (
            insert into platform.outbox (type, payload) select 'training.enrolment_' || status, jsonb_build_object('enrolmentId', id) from decided where enters order by n
          ), kept as (
            -- A twin that came meanwhile is undone by this key, or by the one request that an agent has for a session: it then reads what this one was answered.
            insert into platform.idempotency (person_id, key, fingerprint, status, answer) select person, key, fingerprint, 201, answer from decided where enters and key is not null
          )
          select d.n::int, d.answer, d.known, case when d.known is null and not d.enters then 'ck_enrolment_session_takes' end from decided d;
          exit when not found;
        end loop;
      end $$;

      -- The half-days of those who have a seat follow those of the session. Whom new dates put in two places at once is left to choose.
      create function training.follow_slots() returns trigger language plpgsql as $$
      declare
        moved uuid[];
      begin
        if tg_op = 'INSERT' then moved := array(select distinct session_id from now_written);
        else moved := array(select distinct session_id from before); end if;
        update training.enrolment e set periods = case when exists (
            select from training.enrolment o where o.agent_id = e.agent_id and o.id <> e.id and o.status in ('admitted', 'convoked') and o.periods && n.periods) then null else n.periods end
          from (select m as session_id, (select range_agg(t.period) from training.session_slot t where t.session_id = m) as periods from unnest(moved) m) n
         where e.session_id = n.session_id and e.status in ('admitted', 'convoked') and e.periods is distinct from n.periods;
        return null;
      end $$;
      create trigger tr_session_slot_insert_periods after insert on training.session_slot
        referencing new table as now_written for each statement execute function training.follow_slots();
      create trigger tr_session_slot_update_periods after update on training.session_slot
        referencing old table as before for each statement execute function training.follow_slots();
      create trigger tr_session_slot_delete_periods after delete on training.session_slot
        referencing old table as before for each statement execute function training.follow_slots();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward-only.');
  }
}
