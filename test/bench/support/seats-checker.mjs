/**
 * What a recorded history says against the rows that are left, by its own count. `rows`: one by live request of the sessions asked for.
 * Unknown answers may or may not have happened.
 */
export function check(history, rows, capacity) {
  const kept = new Map(rows.map((row) => [`${row.session} ${row.token}`, row]));
  const bySession = new Map();
  for (const row of rows) bySession.set(row.session, [...(bySession.get(row.session) ?? []), row]);
  const found = { oversold: 0, unsold: 0, lost: 0, doubled: rows.length - kept.size, refused: 0, unknown: 0 };
  for (const { session, token, outcome } of history) {
    const row = kept.get(`${session} ${token}`);
    if (outcome === 'unknown') found.unknown += 1;
    else if (outcome !== 'admitted' && outcome !== 'waiting') found.refused += 1;
    else if (row?.status !== outcome) found.lost += 1;
  }
  for (const requests of bySession.values()) {
    const seated = requests.filter(({ status }) => status === 'admitted').length;
    if (seated > capacity) found.oversold += 1;
    if (seated < Math.min(capacity, requests.length)) found.unsold += 1;
  }
  return found;
}
