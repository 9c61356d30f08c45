import type { Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { actorOfPerson, visitor } from '../model/actor.js';
import { canonicalEmail } from '../model/email.js';
import type { FactorStore } from '../store/factor-store.js';
import type { OidcLinkStore } from '../store/oidc-link-store.js';
import type { FoundPerson, SessionStore } from '../store/session-store.js';
import type { OidcProvider, Vouched } from './oidc-provider.js';
import type { Tickets } from './tickets.js';

const hasPlace = (person: FoundPerson | undefined): person is FoundPerson => Boolean(person && (person.tenant || person.staff));

/**
 * A sign-in through the provider that the operator lets vouch for people. It makes nobody: whoever comes in is a person
 * this install knows, by an earlier link or, the first time, by an address the provider has verified.
 */
export class SignInThroughOidc {
  constructor(
    private readonly database: Database,
    private readonly provider: OidcProvider,
    private readonly links: OidcLinkStore,
    private readonly sessions: SessionStore,
    private readonly people: FactorStore,
    private readonly tickets: Tickets,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  async begin(): Promise<{ url: string; ticket: string }> {
    const { url, ...way } = await this.provider.begin();
    return { url, ticket: this.tickets.issue('oidc', way).ticket };
  }

  async finish(query: string, ticket: string, requestId: string): Promise<{ person: FoundPerson; isAssured: boolean }> {
    const way = this.tickets.open('oidc', ticket);
    // Whatever comes of it, this way was gone once.
    await this.tickets.spend(ticket);
    const vouched = await this.provider.finish(query, way);
    const person = (await this.#linked(vouched)) ?? (await this.#link(vouched, requestId));
    if (person) return { person, isAssured: vouched.isAssured };
    await this.database.asProvider((tx) => this.trail.append(tx, 'provider', { action: 'session.refused', by: visitor(requestId), targets: [], outcome: { refused: 'oidc.person_unknown' }, details: {} }));
    throw new Refusal('oidc.person_unknown', 'Nobody here has the address that the other provider vouches for. Ask to be invited under it.');
  }

  async #linked(vouched: Vouched): Promise<FoundPerson | undefined> {
    const email = await this.links.find(vouched);
    const person = email === undefined ? undefined : await this.sessions.findPerson(email);
    return hasPlace(person) ? person : undefined;
  }

  /** Once linked, a person is known by subject and no longer by address: an address may pass to somebody else there. */
  async #link({ issuer, subject, email }: Vouched, requestId: string): Promise<FoundPerson | undefined> {
    const person = email === null ? undefined : await this.sessions.findPerson(canonicalEmail(email));
    if (!hasPlace(person)) return undefined;
    const { personId, tenant } = person;
    return this.database.asPerson(personId, async (tx) => {
      await this.people.hold(tx, personId);
      if (await this.links.hasAny(tx, personId, issuer)) return undefined;
      await this.links.add(tx, personId, { issuer, subject }, this.clock.now());
      await this.trail.append(tx, tenant?.id ?? 'provider', { action: 'oidc.linked', by: actorOfPerson(person, requestId), targets: [personId], details: { issuer } });
      return person;
    });
  }
}
