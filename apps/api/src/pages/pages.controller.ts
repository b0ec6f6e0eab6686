import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Actor, Config, Me, Public } from '@app/platform';
import { Controller, Get, Param, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CARD_HEADERS } from './card';
import { PageCache } from './page-cache';
import { PageContents } from './page-contents';
import { DrawnPage, PageContent, render, sendPage, withTiles } from './page';

export const WEB_ROOT = join(process.cwd(), 'dist/web');
const BARE = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><!--relais:head--></head><body><div id="root"><!--relais:main--></div></body></html>';

/** Screens the browser draws by itself; each answers the same shell. */
const APPLICATION = [
  'connexion', 'accueil', 'mes-demandes', 'mes-demandes/:id', 'mes-recherches', 'mes-messages', 'courriers', 'desabonnement/:token', 'mes-attestations', 'suivi', 'suivi/:id', 'equipe/demandes', 'employeur/demandes', 'employeur/visa', 'employeur/circuit', 'inscrire', 'bulletin', 'formateur/sessions',
  'formateur/sessions/:id/emargement', 'hote/lieux', 'hote/lieux/:id', 'hote/lieux/:id/calendrier', 'hote/reservations', 'hote/charte',
  'administration/demandes-de-lieux', 'reponse/:token', 'reponse-formateur/:token', 'reponse-session/:token', 'reponse-place/:token', 'reponse-lieu/:token', 'gestion/reservations', 'gestion/reservations/nouvelle',
  'gestion/lieux/tous', 'gestion/lieux/imports', 'gestion/lieux/imports/:id', 'gestion/lieux/doublons', 'gestion/lieux/doublons/:id',
  'gestion/formations', 'gestion/formations/nouvelle',
  'gestion/formations/:id', 'gestion/formations/:id/apercu', 'gestion/formations/:id/historique', 'gestion/sessions', 'gestion/planning', 'gestion/formateurs', 'gestion/formateurs/:id', 'gestion/sessions/nouvelle', 'gestion/sessions/:code', 'netpublic', 'verifier', 'verifier/:code', 'style', 'accessibilite',
  'mentions-legales', 'donnees-ouvertes', 'profil',
];

@ApiExcludeController()
@Controller({ path: 'pages', version: VERSION_NEUTRAL })
@Public()
export class PagesController {
  private readonly shell: string;

  constructor(
    private readonly contents: PageContents,
    private readonly cache: PageCache<DrawnPage>,
    config: Config,
  ) {
    const built = existsSync(join(WEB_ROOT, 'index.html')) ? readFileSync(join(WEB_ROOT, 'index.html'), 'utf8') : BARE;
    this.shell = withTiles(built, config);
  }

  @Get()
  home(@Res() reply: FastifyReply) {
    return this.send(reply, '/', () => this.contents.home());
  }

  @Get('formations')
  catalogue(@Res() reply: FastifyReply) {
    return this.send(reply, '/formations', () => this.contents.catalogue());
  }

  @Get('formations/:slug')
  course(@Param('slug') slug: string, @Res() reply: FastifyReply) {
    return this.send(reply, `/formations/${slug}`, () => this.contents.course(slug));
  }

  @Get('sessions/:code')
  session(@Param('code') code: string, @Res() reply: FastifyReply) {
    return this.send(reply, `/sessions/${code}`, () => this.contents.session(code));
  }

  @Get('lieux')
  places(@Res() reply: FastifyReply) {
    return this.send(reply, '/lieux', () => this.contents.places());
  }

  @Get('lieux/:slug')
  async venue(@Param('slug') slug: string, @Me() actor: Actor | null, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.draw(`/lieux/${slug}`, () => this.contents.venue(slug));
    if (page.status === 404 && (await this.contents.isPreview(actor, slug))) return this.application(reply);
    sendPage(reply, page);
  }

  /** A place in a few lines, the only page that others may frame. */
  @Get('lieux/:slug/carte')
  async card(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const html = await this.contents.card(slug);
    if (html === undefined) return this.missing(reply);
    reply.removeHeader('x-frame-options');
    void reply.headers(CARD_HEADERS).send(html);
  }

  @Get(APPLICATION)
  application(@Res() reply: FastifyReply) {
    return this.send(reply, 'application', () => this.contents.application());
  }

  @Get('*')
  missing(@Res() reply: FastifyReply) {
    return this.send(reply, 'missing', () => this.contents.missing());
  }

  private async send(reply: FastifyReply, key: string, content: () => PageContent | Promise<PageContent>): Promise<void> {
    sendPage(reply, await this.draw(key, content));
  }

  private draw(key: string, content: () => PageContent | Promise<PageContent>): Promise<DrawnPage> {
    return this.cache.get(key, async () => {
      const page = await content();
      return { status: page.status ?? 200, html: Buffer.from(render(this.shell, page)), location: page.movedTo };
    });
  }
}
