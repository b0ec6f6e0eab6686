/** The yearly budget of employer `employer` at `at`, both SQL expressions, as `Budget`; null when it has none. */
export const budgetOf = (employer: string, at: string): string => `
  (select jsonb_build_object('year', extract(year from y.day)::int, 'budgetCents', h.budget_cents, 'engagedCents', y.engaged, 'remainingCents', h.budget_cents - y.engaged, 'blocks', h.budget_blocks)
     from training.employer_chain h
    cross join lateral (select (${at}::timestamptz at time zone 'Europe/Paris')::date as day, training.engaged_cents(h.organisation_id, (${at}::timestamptz at time zone 'Europe/Paris')::date) as engaged) y
    where h.organisation_id = ${employer} and h.budget_cents is not null)`;
