import { onNetPublic } from '../../../../test/support/netpublic';

describe('the catalogue on NetPublic', () => {
  const { open, clock, course, tell, run, sweep, rowOf, published, rename } = onNetPublic();

  it('pushes what was published, updates it and withdraws it, leaving a tombstone', async () => {
    const id = await published();
    expect(open.portal.offer(`course-${id}`)).toMatchObject({ state: 'published', version: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'pushed', remoteVersion: 1, attempts: 0 });

    await rename(id, 'Publier ses données');
    await tell('training.course_changed', id);
    await sweep();
    expect(open.portal.offer(`course-${id}`)?.version).toBe(2);

    await open.db.query(`update training.course set status = 'archived' where id = $1`, [id]);
    await tell('training.course_archived', id);
    await sweep();
    expect(open.portal.offer(`course-${id}`)).toMatchObject({ state: 'withdrawn', version: 3 });
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', contentHash: null });
  });

  it('shows a session from its opening to its cancellation, with its dates and its place', async () => {
    const session = await open.t.a.session();
    await open.t.settle();
    await sweep();
    const { formation } = open.portal.content(`session-${session.id}`);
    expect(formation).toMatchObject({ numero: `session-${session.id}` });
    expect(formation.action[0]).toMatchObject({
      'lieu-de-formation': [{ coordonnees: { adresse: { codepostal: '63000', ville: 'Clermont-Ferrand' } } }],
      session: [{ numero: session.code, 'etat-recrutement': '1' }],
    });

    await session.manager
      .post(`/sessions/${session.id}/cancel`, { reason: 'Formateur souffrant' })
      .expect(200);
    await open.t.settle();
    await sweep();
    expect(open.portal.offer(`session-${session.id}`)?.state).toBe('withdrawn');
    expect(open.portal.offers().filter(({ state }) => state === 'published')).toHaveLength(1);
  });

  it('sends nothing again when nothing changed', async () => {
    const id = await published();
    await open.portal.fault({ mode: 'error' });
    await tell('training.course_changed', id);
    await sweep();
    expect(await rowOf(id)).toMatchObject({ state: 'pushed', remoteVersion: 1, lastError: null });
  });

  it('shows nothing of what was withdrawn before its first push', async () => {
    const id = await course();
    await tell('training.course_published', id);
    await open.db.query(`update training.course set status = 'archived' where id = $1`, [id]);
    await tell('training.course_archived', id);
    await sweep();
    expect(open.portal.offer(`course-${id}`)).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' });
  });

  describe('reconciliation', () => {
    it('finds what was forgotten, changed behind our back, lost or unknown, and repairs it', async () => {
      const [changed, lost, forgotten] = [await published(), await published(), await course('Oubliée')];
      await open.portal.tamper(`course-${changed}`);
      await open.db.query('update federation.publication set object_id = gen_random_uuid() where object_id = $1', [
        lost,
      ]);
      clock.advance(1);
      await run('netpublic.reconcile');
      await sweep();
      for (const id of [changed, lost, forgotten]) {
        const row = await rowOf(id);
        expect(row.state).toBe('pushed');
        expect(open.portal.offer(`course-${id}`)).toMatchObject({
          state: 'published',
          contentHash: row.contentHash,
        });
      }
      expect(await open.db.query(`select 1 from federation.publication where state = 'withdrawn'`)).toHaveLength(
        1,
      );
    });

    it('changes nothing when all is well', async () => {
      await published();
      clock.advance(1);
      await run('netpublic.reconcile');
      expect(await sweep()).toBe(0);
    });
  });

  it('pushes a whole catalogue', async () => {
    await open.db.query(
      `with c as (insert into training.course (slug, title, summary, audience_categories, modality, duration_hours, theme, status, objectives, content, prerequisites, attestation_conditions)
       select 'cours-' || n, 'Cours ' || n, 'Résumé', '{B}', 'presence', 6, 'donnees-ouvertes', 'published', '{Savoir publier}', '<p>Publier.</p>', 'Aucun.', 'Avoir tout suivi.'
         from generate_series(1, 300) n returning id)
       insert into training.course_audience (course_id, audience, valid_from) select id, 'B', '2015-10-01' from c`,
    );
    await run('netpublic.reconcile');
    let sent = 0;
    for (let taken = await sweep(); taken > 0; taken = await sweep()) sent += taken;
    expect(sent).toBe(300);
    expect(open.portal.offers().length).toBe(300);
    const states = await open.db.query(
      `select state, count(*)::int as n from federation.publication group by state`,
    );
    expect(states).toEqual([{ state: 'pushed', n: 300 }]);
  });
});
