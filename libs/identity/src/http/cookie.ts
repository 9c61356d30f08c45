import type { Request, Response } from 'express';
import type { Config } from '@inkproof/platform';

/** The browser forgets after a month; the server's own record of the session ends long before. */
const SESSION_AGE_S = 30 * 24 * 60 * 60;

/** A little longer than the ticket in it lasts. */
const WAY_AGE_S = 15 * 60;

/**
 * Over TLS the name carries `__Host-`, which browsers accept only for this very host, path `/` and `Secure`.
 * On plain HTTP, which is for one's own machine, a browser would drop such a cookie, so the name is plain.
 */
class Cookie {
  readonly #secure: boolean;
  readonly #name: string;

  constructor(
    config: Config,
    name: string,
    private readonly ageS: number,
  ) {
    this.#secure = config.http.consoleUrl.startsWith('https:');
    this.#name = this.#secure ? `__Host-${name}` : name;
  }

  read(request: Request): string | undefined {
    for (const pair of request.headers.cookie?.split(';') ?? []) {
      const [name, value] = pair.split('=', 2);
      if (name?.trim() === this.#name && value) return value.trim();
    }
    return undefined;
  }

  write(response: Response, token: string): void {
    response.append('Set-Cookie', this.#line(token, this.ageS));
  }

  clear(response: Response): void {
    response.append('Set-Cookie', this.#line('', 0));
  }

  #line(value: string, maxAgeS: number): string {
    return `${this.#name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${this.#secure ? '; Secure' : ''}`;
  }
}

/** Whose session a browser has. */
export class SessionCookie extends Cookie {
  constructor(config: Config) {
    super(config, 'inkproof_session', SESSION_AGE_S);
  }
}

/** Which browser went to the other provider, so that nobody is signed in by an answer that somebody else asked for. */
export class OidcCookie extends Cookie {
  constructor(config: Config) {
    super(config, 'inkproof_oidc', WAY_AGE_S);
  }
}
