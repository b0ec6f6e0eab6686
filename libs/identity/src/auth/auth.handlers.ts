import { declareJobs, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Sessions } from './sessions';
import { SignInThrottle } from './sign-in-throttle';

declare module '@app/platform' {
  interface Jobs {
    'identity.purge_sessions': Record<string, never>;
  }
}
declareJobs('identity.purge_sessions');

@Injectable()
export class AuthHandlers {
  constructor(
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Ended sessions and old counts are of no use to anyone. */
  @OnJob('identity.purge_sessions')
  async purge(): Promise<void> {
    await this.sessions.purge();
    await this.throttle.purge();
  }
}
