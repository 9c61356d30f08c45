import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { clientId: 'inkproof', clientSecret: 'a secret of the client' };

export interface Account {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

/** A real OpenID provider on this machine. Whoever comes is at once signed in as the account that is chosen. */
export interface OtherProvider {
  issuer: string;
  account: Account;
  /** What it says of how the person was recognised. */
  amr: string[];
  /** Goes the way a browser goes, and answers the query it is sent back with. */
  visit: (url: string) => Promise<string>;
  close: () => Promise<void>;
}

const close = (server: Server): Promise<void> => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve())));

export const openOtherProvider = async (returnTo: string): Promise<OtherProvider> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [returnTo], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...other.account, sub }) }),
    cookies: { keys: ['a key for cookies'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void (async () => {
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: other.account.sub, clientId: CLIENT.clientId });
      grant.addOIDCScope(String(params['scope']));
      await provider.interactionFinished(request, response, { login: { accountId: other.account.sub, amr: other.amr }, consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: false });
    })();
  });
  const other: OtherProvider = {
    issuer,
    account: { sub: 'nobody' },
    amr: [],
    visit: async (url) => {
      const cookies = new Map<string, string>();
      for (let at = url, hops = 0; hops < 10; hops++) {
        if (at.startsWith(returnTo)) return new URL(at).search.slice(1);
        const response = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } });
        for (const line of response.headers.getSetCookie()) cookies.set(...(line.split(';')[0]!.split(/=(.*)/s).slice(0, 2) as [string, string]));
        const next = response.headers.get('location');
        if (!next) throw new Error(`The provider answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
        at = new URL(next, at).href;
      }
      throw new Error('The provider sends in circles');
    },
    close: () => close(server),
  };
  return other;
};
