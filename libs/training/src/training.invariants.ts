import { invariant } from '@app/platform';

invariant(
  'training.seats_match_enrolments',
  'Les places prises d’une session sont celles de ses demandes admises.',
  `select s.id, s.seats_taken, count(e.id) as seated from training.session s
     left join training.enrolment e on e.session_id = s.id and training.holds_seat(e.status)
    where s.status <> 'cancelled'
    group by s.id, s.seats_taken having s.seats_taken <> count(e.id)`,
);
invariant(
  'training.seats_within_capacity',
  'Aucune session n’a plus de places prises que sa capacité.',
  'select id, seats_taken, capacity from training.session where seats_taken > capacity or seats_taken < 0',
);
invariant(
  'training.nobody_waits_beside_a_free_seat',
  'Personne n’attend quand une place est libre.',
  `select s.id from training.session s
    where s.status in ('open', 'confirmed') and s.seats_taken < s.capacity and s.starts_at > now()
      and exists (select from training.enrolment e where e.session_id = s.id and e.status = 'waiting'
                   group by coalesce(e.group_id, e.id) having min(training.free_for(s.id, e.employer_id, e.delegation_id)) >= count(*))`,
);
invariant(
  'training.seats_are_those_of_the_ledger',
  'Les places prises et la capacité d’une session sont celles de la dernière ligne de son registre.',
  `select s.id, s.seats_taken, s.capacity, l.taken, l.capacity as ledger_capacity from training.session s
     left join lateral (select taken, capacity, seq from training.seat_entry l where l.session_id = s.id order by seq desc limit 1) l on true
    where (l.taken, l.capacity, l.seq) is distinct from (s.seats_taken, s.capacity, s.ledger_seq)`,
);
invariant(
  'training.offers_do_not_outlive_their_deadline',
  'Une place proposée à la liste d’attente n’est pas gardée plus d’une heure après son échéance.',
  `select id, offer_until from training.enrolment where status = 'offered' and offer_until < now() - interval '1 hour'`,
);
invariant(
  'training.budgets_engage_what_is_agreed',
  'Une demande qui coûte à son employeur engage son budget tant qu’il y a donné son accord, et alors seulement.',
  `select id, status, step, engaged_on from training.enrolment where cost_cents > 0 and (engaged_on is not null) <> training.is_engaged(status, step)`,
);
invariant(
  'training.one_live_request_per_agent',
  'Un agent n’a qu’une demande en cours par session.',
  `select session_id, agent_id from training.enrolment where status not in ('refused', 'withdrawn', 'not_selected', 'cancelled')
    group by session_id, agent_id having count(*) > 1`,
);
invariant(
  'training.sessions_are_where_their_rooms_are',
  'La salle retenue pour une demi-journée à venir est celle de la session, aux mêmes heures.',
  `select t.id from training.session_slot t join training.session s on s.id = t.session_id join venues.booking b on b.id = t.booking_id
    where s.status in ('draft', 'open', 'confirmed', 'running', 'postponed') and b.status in ('held', 'confirmed') and upper(b.period) > now()
      and (b.room_id <> s.room_id or not b.period @> t.period)`,
);
invariant(
  'training.attestations_have_attendance',
  'Une attestation suit une présence.',
  `select a.id from training.attestation a join training.enrolment e on e.id = a.enrolment_id
    where e.status <> 'attested'
       or not exists (select 1 from training.attendance t where t.enrolment_id = a.enrolment_id and t.present)`,
);
invariant(
  'training.published_courses_say_whom_they_are_for',
  'Une formation publiée dit son public et, quand son régime le demande, les conditions de son financement.',
  `select c.id from training.course c join training.financing_regime r on r.code = c.financing_regime
    where c.status = 'published'
      and (not exists (select 1 from training.course_audience a where a.course_id = c.id) or (r.needs_terms and c.financing_conditions = ''))`,
);
invariant(
  'training.courses_keep_their_versions',
  'La version d’une formation est la dernière de son historique.',
  `select c.id, c.version from training.course c join training.course_version v on v.course_id = c.id
    group by c.id, c.version having max(v.version) <> c.version`,
);
invariant(
  'training.levels_are_those_of_their_framework',
  'Le niveau visé d’une compétence existe dans son référentiel.',
  `select x.course_id, x.competency_id from training.course_competency x join curriculum.competency k on k.id = x.competency_id where x.level > cardinality(k.levels)`,
);
invariant(
  'training.title_roots_are_those_of_titles',
  'Chaque titre du catalogue est rangé, avec sa longueur, sous chacun de ses mots, et sous eux seuls.',
  `select course_id, root from training.title_root t
     full join (select course_id, root, length(title) as length, true as held from training.course_entry, unnest(tsvector_to_array(named)) as root) e using (root, length, course_id)
    where t.ctid is null or e.held is null`,
);
invariant(
  'training.entries_say_what_the_catalogue_does',
  'La recherche a une fiche pour chaque formation publiée, et pour elle seule, avec les sessions qui prennent des demandes et les places qui restent.',
  `select coalesce(c.id, e.course_id) as course_id from (select id, title from training.course where status = 'published') c full join training.course_entry e on e.course_id = c.id
    where c.id is null or e.course_id is null or e.title <> platform.fold(c.title)
       or (select coalesce(array_agg((o.session_id, o.starts_at, o.closes_at, o.departement, o.venue_id, o.free)::text order by o.starts_at, o.session_id), '{}')
             from training.offer o where o.course_id = c.id and o.closes_at > now())
          is distinct from (select coalesce(array_agg((x.session_id, x.starts_at, x.closes_at, x.departement, x.venue_id, x.free)::text order by x.starts_at, x.session_id), '{}')
             from unnest(e.sessions, e.starts, e.closes, e.departements, e.venues, e.free) as x (session_id, starts_at, closes_at, departement, venue_id, free) where x.closes_at > now())`,
);
