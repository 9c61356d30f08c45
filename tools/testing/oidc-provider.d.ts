/** As much of oidc-provider, which brings no types, as the specs use. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope: (scope: string) => void;
    save: () => Promise<string>;
  }

  export default class Provider {
    constructor(
      issuer: string,
      settings: {
        clients: object[];
        claims: object;
        features: object;
        interactions: { url: (context: unknown, interaction: { uid: string }) => string };
        findAccount: (context: unknown, sub: string) => { accountId: string; claims: () => object };
        cookies: object;
        ttl: object;
      },
    );
    readonly Grant: new (of: { accountId: string; clientId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ params: Record<string, unknown> }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, options: object): Promise<void>;
  }
}
