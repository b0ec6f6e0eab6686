import { Actor, Can, Config, Me, Public, SESSION_COOKIE } from '@app/platform';
import { Body, Controller, Get, HttpCode, Ip, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MyAccount, SignIn } from './auth.dto';
import { AuthService } from './auth.service';
import { MyAccounts } from './my-account.queries';

@Controller('auth')
export class AuthController {
  /** No Max-Age: on a shared computer, closing the browser forgets it; the server decides when it ends. */
  private readonly cookie: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean };

  constructor(
    config: Config,
    private readonly auth: AuthService,
    private readonly accounts: MyAccounts,
  ) {
    this.cookie = {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: config.PUBLIC_URL.startsWith('https:'),
    };
  }

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() credentials: SignIn,
    @Ip() address: string,
    @Me() before: Actor | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MyAccount> {
    const { personId, token } = await this.auth.signIn(credentials, address, before);
    void reply.setCookie(SESSION_COOKIE, token, this.cookie);
    return this.accounts.of(personId);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Public()
  async signOut(@Me() actor: Actor | null, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.signOut(actor);
    void reply.clearCookie(SESSION_COOKIE, this.cookie);
  }

  @Get('me')
  @Can('identity.me.read')
  me(@Me() actor: Actor): Promise<MyAccount> {
    return this.accounts.of(actor.personId);
  }
}
