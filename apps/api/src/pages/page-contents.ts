import { dayOf } from '@app/identity';
import { Actor, Clock, Config, dayInWords, Problem } from '@app/platform';
import { CourseQueries, SessionQueries } from '@app/training';
import type { SessionDetail } from '@app/training';
import { OpeningNowQueries, VenueQueries } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { card } from './card';
import { coursePage } from './course-page';
import { escape, PageContent } from './page';
import { venuePage } from './venue-page';

const paragraph = (text: string) => `<p>${escape(text)}</p>`;
const day = (at: Date | string, timeZone: string) => dayInWords(new Date(at), timeZone);
const SITE = 'Relais, formations numériques des agents territoriaux';
const organiser = { '@type': 'Organization', name: 'CNFPT' };

/** What schema.org calls a session that is not held on its day. */
const EVENTS: Partial<Record<SessionDetail['status'], string>> = { cancelled: 'EventCancelled', postponed: 'EventPostponed' };

/** Title, description, data and text of each public page. */
@Injectable()
export class PageContents {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly courses: CourseQueries,
    private readonly sessions: SessionQueries,
    private readonly venues: VenueQueries,
    private readonly openings: OpeningNowQueries,
  ) {}

  home = (): PageContent => ({
    title: SITE,
    description: 'Trouvez une formation au numérique près de chez vous, demandez une place et suivez votre demande. Agents territoriaux, médiateurs numériques, emplois d’avenir.',
    data: { '@context': 'https://schema.org', '@type': 'WebSite', name: 'Relais', url: this.config.PUBLIC_URL },
    main: `<h1>${escape(SITE)}</h1><p><a href="/formations">Voir les formations</a></p>`,
  });

  catalogue = (): PageContent => ({
    title: 'Formations – Relais',
    description: 'Le catalogue des formations au numérique des agents territoriaux : culture numérique, données ouvertes, médiation, accessibilité, e-administration.',
    main: '<h1>Formations</h1>',
  });

  places = (): PageContent => ({
    title: 'Lieux – Relais',
    description: 'Trouvez un espace public numérique ou un autre lieu de médiation numérique près de chez vous : services, horaires, accessibilité, formations à venir.',
    main: '<h1>Lieux</h1>',
  });

  /** Pages of the application: the browser draws them. */
  application = (): PageContent => ({ title: 'Relais', description: 'Formations numériques des agents territoriaux.' });

  missing = (): PageContent => ({
    status: 404,
    title: 'Page introuvable – Relais',
    description: 'Cette page n’existe pas ou n’existe plus.',
    main: '<h1>Page introuvable</h1>',
  });

  course(slug: string): Promise<PageContent> {
    return this.or404(async () => coursePage(await this.courses.bySlug(slug, null), this.config.PUBLIC_URL, dayOf(this.clock.now())));
  }

  session(code: string): Promise<PageContent> {
    return this.or404(async () => this.ofSession(await this.sessions.byCode(code, null)));
  }

  venue(slug: string): Promise<PageContent> {
    return this.or404(async () => {
      const venue = await this.venues.detail(null, slug);
      const opening = await this.openings.at(venue);
      return {
        ...(venue.slug !== slug && { status: 308, movedTo: `/lieux/${venue.slug}` }),
        ...venuePage(venue, opening, this.config.PUBLIC_URL),
      };
    });
  }

  /** Whether the place is not in view yet, or no longer, and this person may see it all the same: the browser then draws it. */
  async isPreview(actor: Actor | null, slug: string): Promise<boolean> {
    return actor !== null && (await this.venues.isInViewOf(actor, slug));
  }

  /** The card of a place, or undefined when there is no such place. */
  async card(slug: string): Promise<string | undefined> {
    try {
      const venue = await this.venues.detail(null, slug);
      return card(venue, await this.openings.at(venue), this.config.PUBLIC_URL);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    }
  }

  private ofSession(session: SessionDetail): PageContent {
    const when = day(session.startsAt, session.timeZone);
    return {
      title: `${session.course.title}, ${when} – Relais`,
      description: `Session ${session.code}, ${when}, ${session.venue.name} (${session.venue.communeName}). ${session.course.summary}`,
      data: {
        '@context': 'https://schema.org', '@type': 'EducationEvent', name: session.course.title, startDate: session.startsAt, endDate: session.endsAt,
        organizer: organiser, eventStatus: `https://schema.org/${EVENTS[session.status] ?? 'EventScheduled'}`,
        maximumAttendeeCapacity: session.capacity, remainingAttendeeCapacity: session.seatsLeft,
        location: {
          '@type': 'Place', name: session.venue.name,
          address: { '@type': 'PostalAddress', streetAddress: session.venue.address, postalCode: session.venue.postalCode, addressLocality: session.venue.communeName, addressCountry: 'FR' },
        },
      },
      main: `<h1>${escape(session.course.title)}</h1>${paragraph(`${when}, ${session.venue.name}, ${session.venue.communeName}`)}${paragraph(session.course.summary)}`,
    };
  }

  private async or404(content: () => Promise<PageContent>): Promise<PageContent> {
    try {
      return await content();
    } catch (error) {
      if (error instanceof Problem && error.status === 404)
        return this.missing();
      throw error;
    }
  }
}
