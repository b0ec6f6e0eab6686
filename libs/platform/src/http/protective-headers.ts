import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Helmet's headers, asked of it once: they are the same for every answer. */
export function protectiveHeaders(publicUrl: string, tilesUrl?: string): Record<string, string> {
  const secure = publicUrl.startsWith('https:');
  const headers: Record<string, string> = {};
  const answer = { setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value), removeHeader: () => undefined };
  const protect = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:', ...tileServers(tilesUrl)],
        connectSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    strictTransportSecurity: secure ? undefined : false,
    // Said to browsers no one uses any more.
    xDownloadOptions: false, xPermittedCrossDomainPolicies: false, xXssProtection: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  protect({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}

/** Where images of a map may come from; `{s}` stands for any of the server's names. */
const tileServers = (tilesUrl: string | undefined): string[] =>
  tilesUrl === undefined ? [] : [/^https?:\/\/[^/]+/.exec(tilesUrl)![0].replace('{s}', '*')];
