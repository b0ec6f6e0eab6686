import { serious } from './axe';
import { signIn, visitor } from './browser';
import { sendLists } from './lists';
import { opened } from './opened';

const WIDTHS = [320, 1280];

/** Every screen: whole at 320 pixels, one title, nothing serious for axe, no error of ours. */
describe('every screen', () => {
  const open = opened();
  type Seated = ReturnType<typeof visitor>;
  const seated = new Map<string | null, Seated>();
  const seat = async (account: string | null): Seated => {
    const someone = await visitor(open.browser, open.stack.url, WIDTHS[0]);
    if (account) await signIn(someone.page, account);
    return someone;
  };
  /** Each sits down once, at one computer: the journeys prove how one signs in. */
  const at = (account: string | null): Seated => {
    if (!seated.has(account)) seated.set(account, seat(account));
    return seated.get(account)!;
  };
  beforeAll(async () => sendLists(open.stack, (await at('admin')).page), 120_000);

  const path = async (pattern: string): Promise<string> => {
    const [row] = await open.stack.sql(
      `select (select slug from training.course where status = 'published' order by title limit 1) as course,
              (select code from training.session where status in ('open', 'confirmed') order by starts_at limit 1) as session,
              (select s.id from training.session s join trainers.assignment a on a.session_id = s.id and a.active join identity.person p on p.id = a.trainer_id
                where p.email like 'formateur@%' and s.status <> 'draft' order by s.starts_at limit 1) as roll,
              (select v.slug from venues.venue v join venues.room r on r.venue_id = v.id where v.status = 'published' order by v.slug limit 1) as venue,
              (select v.id from venues.venue v join identity.membership m on m.organisation_id = v.operator_id join identity.person p on p.id = m.person_id
                where p.email like 'hote@%' limit 1) as place,
              (select e.id from training.enrolment e join identity.person p on p.id = e.agent_id where p.email like 'agent@%' order by e.submitted_at limit 1) as request,
              (select e.id from training.enrolment e join identity.person p on p.id = e.agent_id where p.email like 'agent@%' and e.status = 'offered') as offered,
              (select s.code from training.session s join training.enrolment e on e.session_id = s.id where e.status = 'transmitted' limit 1) as selection,
              (select s.code from training.session s join training.session_share h on h.session_id = s.id limit 1) as shared,
              (select id from training.course order by title limit 1) as sheet,
              (select s.code from training.session s join identity.membership m on m.organisation_id = s.organiser_id join identity.person p on p.id = m.person_id
                where p.email like 'catalogue@%' and s.status = 'open' and exists (select 1 from trainers.ask k where k.session_id = s.id and k.status = 'accepted')
                order by s.starts_at desc limit 1) as ours,
              (select trainer_id from trainers.trainer_competency order by 1 limit 1) as trainer,
              (select id from venues.import_run order by created_at limit 1) as list,
              (select id from venues.duplicate order by id limit 1) as pair,
              (select id from venues.venue where gone_on is not null limit 1) as gone,
              (select code from training.attestation order by code limit 1) as attestation`,
    );
    return pattern.replace(/:(\w+)/g, (_, name: string) => String(row![name]));
  };

  it.each<[string | null, string[]]>([
    [null, ['/', '/formations', '/formations/:course', '/sessions/:session', '/lieux', '/lieux/:venue', '/connexion', '/verifier', '/verifier/:attestation', '/reponse/inconnue', '/reponse-formateur/inconnue', '/reponse-session/inconnue', '/reponse-place/inconnue', '/reponse-lieu/inconnu', '/desabonnement/inconnu', '/accessibilite', '/style', '/nulle-part']],
    ['agent', ['/accueil', '/mes-demandes', '/mes-demandes/:request', '/mes-demandes/:offered', '/sessions/:shared', '/mes-recherches', '/mes-messages', '/formations?q=rgpd&categorie=B', '/mes-attestations', '/sessions/:session', '/bulletin?session=:session']],
    ['superieur', ['/accueil', '/equipe/demandes', '/suivi', '/suivi/:request']],
    ['employeur', ['/accueil', '/employeur/demandes', '/employeur/visa', '/employeur/circuit', '/suivi', '/suivi?etat=placed', '/suivi?etat=over', '/suivi/:request', '/suivi/:offered', '/inscrire', '/inscrire?session=:session', '/mes-messages', '/courriers', '/courriers?etat=undelivered', '/courriers?etat=printed']],
    ['formateur', ['/accueil', '/formateur/sessions', '/formateur/sessions/:roll/emargement']],
    ['hote', ['/accueil', '/hote/lieux', '/hote/lieux/:place', ...['qui', 'ou', 'quand', 'quoi', 'salles', 'photos', 'charte', 'apercu'].map((step) => `/hote/lieux/:place?etape=${step}`), '/hote/lieux/:place/calendrier', '/hote/lieux/:place/calendrier?vue=mois', '/hote/lieux/:place/calendrier?vue=jour', '/hote/charte', '/hote/reservations']],
    ['catalogue', ['/accueil', '/gestion/formations', '/gestion/formations/nouvelle', '/gestion/formations/:sheet', '/gestion/formations/:sheet/apercu', '/gestion/formations/:sheet/historique', '/gestion/sessions', '/gestion/sessions/nouvelle', '/gestion/sessions/:session', '/gestion/sessions/:selection', '/gestion/sessions/:shared?demandes=employeur', '/gestion/planning', '/gestion/planning?vue=mois&par=formateur', '/gestion/planning?par=delegation&date=2030-01-01', '/gestion/formateurs', '/gestion/formateurs?q=zzz', '/gestion/formateurs/:trainer', '/gestion/reservations', '/gestion/reservations?periode=toutes', '/gestion/reservations/nouvelle']],
    ['etat', ['/accueil', '/netpublic']],
    ['admin', ['/accueil', '/administration/demandes-de-lieux', '/gestion/lieux/tous', '/gestion/lieux/tous?absents=oui', '/hote/lieux/:gone', '/gestion/lieux/imports', '/gestion/lieux/imports/:list', '/gestion/lieux/imports/:list?voir=remarques', '/gestion/lieux/doublons', '/gestion/lieux/doublons?etat=merged', '/gestion/lieux/doublons/:pair']],
  ])('of %s', async (account, patterns) => {
    const { page, errors } = await at(account);
    for (const pattern of patterns) {
      const address = await path(pattern);
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const seen = `${address} at ${width}`;
        expect([seen, await serious(page)]).toEqual([seen, []]);
        expect([seen, await page.getByRole('heading', { level: 1 }).count()]).toEqual([seen, 1]);
        expect([seen, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([seen, true]);
      }
      await page.setViewportSize({ width: WIDTHS[0]!, height: 900 });
    }
    expect(errors.splice(0)).toEqual([]);
  }, 480_000);

  it.each<[string, string, (string | RegExp)[]]>([
    ['hote', '/hote/reservations', [/^Refuser/, /^Déplacer/, /^Reprendre la salle/]],
    ['hote', '/hote/lieux/:place/calendrier?vue=jour', [/^Bloquer/]],
    ['admin', '/gestion/lieux/doublons/:pair', ['Réunir']],
    ['agent', '/formations?q=rgpd&categorie=B', ['Enregistrer cette recherche']],
    ['agent', '/mes-recherches', [/^Modifier/]],
    ['employeur', '/courriers?etat=undelivered', [/^Corriger l’adresse/]],
    ['agent', '/mes-demandes/:offered', ['Laisser la place']],
    ['superieur', '/equipe/demandes', [/^Avis favorable/, /^Avis défavorable/]],
    ['employeur', '/employeur/demandes', [/^Refuser/, /^Retirer/, /^Enregistrer le visa/, 'Décider plusieurs demandes']],
    ['catalogue', '/gestion/sessions/:selection', [/^Retenir/, /^Ne pas retenir/]],
    ['catalogue', '/gestion/planning?vue=mois', [/^Déplacer «/]],
    ['catalogue', '/gestion/sessions/:ours', [/^Reporter/, /^Annuler la session/, /^Remplacer/, /^Solliciter/]],
  ])('the dialogs of %s on %s', async (account, pattern, buttons) => {
    const { page, errors } = await at(account);
    await page.goto(await path(pattern));
    for (const name of buttons) {
      await page.getByRole('button', { name }).first().click();
      const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
      await dialog.getByRole('button').first().waitFor();
      expect([name, await serious(page)]).toEqual([name, []]);
      expect([name, await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)]).toEqual([name, true]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    expect(errors.splice(0)).toEqual([]);
  }, 120_000);
});
