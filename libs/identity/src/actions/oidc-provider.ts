import { Refusal } from '@inkproof/contract';
import type { Config } from '@inkproof/platform';
import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, enableNonRepudiationChecks, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState, type Configuration, type IDToken } from 'openid-client';

const TIMEOUT_S = 10;
const SCOPE = 'openid email profile';

/** What ties the way back to the way out. */
export interface OidcWay {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the other provider says this is. */
export interface Vouched {
  issuer: string;
  subject: string;
  /** Only where the provider says that it has verified it. */
  email: string | null;
  /** Whether a second factor was shown there, as far as the operator believes it. */
  isAssured: boolean;
}

const refused = (): Refusal => new Refusal('oidc.refused', 'The sign-in there was declined, has run out, or does not hold. Begin again.');
const unreachable = (): Refusal => new Refusal('oidc.unreachable', 'The other provider does not answer. Try again shortly, or sign in with a password or passkey.', { retry_after_ms: 5_000 });

/** A broken line is no answer; whatever else goes wrong is an answer that does not hold. */
const isNoAnswer = (error: unknown): boolean => error instanceof Error && (error.name === 'TimeoutError' || (error as { code?: string }).code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed'));

/**
 * The provider the operator lets vouch for people: OpenID Connect, authorization code with PKCE, state and nonce.
 * The answer must come from the issuer that was asked (RFC 9207 where it says so), and its signature is checked.
 */
export class OidcProvider {
  #discovered: Promise<Configuration> | undefined;

  constructor(
    private readonly settings: Config['oidc'],
    private readonly returnTo: string,
  ) {}

  get label(): string | null {
    return this.settings?.label ?? null;
  }

  async begin(): Promise<OidcWay & { url: string }> {
    const configuration = await this.#configuration();
    const way = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, { redirect_uri: this.returnTo, scope: SCOPE, state: way.state, nonce: way.nonce, code_challenge: await calculatePKCECodeChallenge(way.verifier), code_challenge_method: 'S256' });
    return { ...way, url: url.href };
  }

  async finish(query: string, { state, nonce, verifier }: OidcWay): Promise<Vouched> {
    const configuration = await this.#configuration();
    try {
      const back = new URL(this.returnTo);
      back.search = query;
      const tokens = await authorizationCodeGrant(configuration, back, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims = tokens.claims()!;
      const { email, email_verified: isVerified } = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
      return { issuer: claims.iss, subject: claims.sub, email: isVerified === true && typeof email === 'string' ? email : null, isAssured: this.#believes(claims) };
    } catch (error) {
      throw isNoAnswer(error) ? unreachable() : refused();
    }
  }

  /** What a provider says of second factors counts where the operator named the very words for it. */
  #believes({ acr, amr }: IDToken): boolean {
    const said = [acr, ...(Array.isArray(amr) ? amr : [])];
    return this.settings?.mfa.some((word) => said.includes(word)) ?? false;
  }

  /** Asked at the first sign-in and kept; a failure is forgotten, so that the next one asks again. */
  async #configuration(): Promise<Configuration> {
    const { settings } = this;
    if (!settings) throw new Refusal('oidc.unavailable');
    const issuer = new URL(settings.issuer);
    this.#discovered ??= discovery(issuer, settings.clientId, settings.clientSecret, undefined, { timeout: TIMEOUT_S, execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])] });
    try {
      return await this.#discovered;
    } catch {
      this.#discovered = undefined;
      throw unreachable();
    }
  }
}
