import { Trail, type Actor } from '@inkproof/audit';
import type { MemberRole, StaffRole } from '@inkproof/contract';
import { CountingIds, StillClock, SystemClock, type Id } from '@inkproof/kernel';
import { Database, Drawers, Letterboxes, LocalBlobs, MailOutbox, MailStore, TenantKeys } from '@inkproof/platform';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import pg from 'pg';
import { AcceptInvitation } from '../actions/accept-invitation.js';
import { Approvals } from '../actions/approvals.js';
import { AskReset } from '../actions/ask-reset.js';
import { FoundTenant } from '../actions/found-tenant.js';
import { Invite } from '../actions/invite.js';
import { KeepInvitations } from '../actions/keep-invitations.js';
import { KeepPeople } from '../actions/keep-people.js';
import { MailInvitation } from '../actions/mail-invitation.js';
import { RecogniseSession } from '../actions/recognise-session.js';
import { SignInThrottle } from '../actions/sign-in-throttle.js';
import { OpenSession } from '../actions/sign-in.js';
import { SwitchTenant } from '../actions/switch-tenant.js';
import { TransferOwnership } from '../actions/transfer-ownership.js';
import { UseReset } from '../actions/use-reset.js';
import type { Side } from '../model/side.js';
import { ApprovalStore } from '../store/approval-store.js';
import { InvitationStore } from '../store/invitation-store.js';
import { PeopleStore } from '../store/people-store.js';
import { SessionStore } from '../store/session-store.js';

const SECRET = 'secret';
const URL = 'https://ocr.example';
const masterKey = new Uint8Array(32).fill(5);

/** Everything that has to do with people, on a database of its own, as the module wires it. */
export const openPeopleBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 5 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const [ids, clock, trail] = [new CountingIds(), new StillClock(), new Trail()];
  const [people, invitations, sessions] = [new PeopleStore(), new InvitationStore(), new SessionStore(database)];
  const keys = new TenantKeys(database, new LocalBlobs(specFolder()), masterKey, ids, clock);
  const boxes = new Letterboxes(keys, ids, clock);
  const outbox = new MailOutbox(ids, clock, boxes);
  const mails = new MailStore(database, masterKey, new Drawers(database, keys, ids, clock), boxes);
  // The limiter underneath keeps real time.
  const throttle = new SignInThrottle(database, new SystemClock(), SECRET);
  const mail = new MailInvitation(outbox, people, URL);
  const approvals = new Approvals(new ApprovalStore(), trail, ids, clock);
  const found = new FoundTenant(ids, clock);
  const troubles: unknown[] = [];
  const openSession = new OpenSession(database, sessions, trail, ids, clock, SECRET);
  let count = 0;

  /** The mails to an address, newest first, as whoever got them reads them. */
  const mailsTo = async (address: string) => {
    const listed = (await mails.list({ size: 100 })).filter(({ to }) => to === address);
    return Promise.all(listed.map(async ({ id, template, tenantId }) => ({ ...(await mails.read(id))!, id, template, tenantId })));
  };

  return {
    database, owner, clock, ids, trail, people, sessions, mails, outbox, throttle, approvals, troubles, mailsTo,
    invite: new Invite(database, invitations, people, mail, trail, ids, clock, SECRET),
    invitations: new KeepInvitations(database, invitations, people, mail, trail, clock, SECRET),
    accept: new AcceptInvitation(database, invitations, people, throttle, trail, ids, clock, SECRET),
    keep: new KeepPeople(database, people, outbox, trail, clock),
    ownership: new TransferOwnership(database, people, approvals, outbox, trail, clock, URL),
    ask: new AskReset(database, sessions, throttle, outbox, trail, clock, { secret: SECRET, consoleUrl: URL }, (error) => void troubles.push(error)),
    reset: new UseReset(database, throttle, outbox, trail, clock, { secret: SECRET, consoleUrl: URL }),
    switchTenant: new SwitchTenant(database, trail, SECRET),

    /** The token in the newest mail to an address. */
    tokenFor: async (address: string): Promise<string> => /#(\S+)/.exec((await mailsTo(address))[0]?.text ?? '')?.[1] ?? '',

    tenant: async (name = `t${++count}`): Promise<{ tenantId: Id<'ten'>; owner: Actor; email: string }> => {
      const email = `owner-${name}@inkproof.example`;
      const { tenantId } = await database.asProvider((tx) => found.in(tx, { name, owner: { name: `Owner of ${name}`, email, password: 'a long password' } }));
      const { personId } = (await sessions.findPerson(email))!;
      return { tenantId, email, owner: { kind: 'member', id: personId, role: 'owner', requestId: 'req_1' } };
    },

    /** Puts somebody into a place without a mail. */
    place: async (side: Side, role: MemberRole | StaffRole): Promise<{ id: Id<'per'>; email: string; by: Actor }> => {
      const id = ids.next('per');
      const email = `p${++count}@inkproof.example`;
      await database.asProvider(async (tx) => {
        await tx.person.create({ data: { id, name: `P${count}`, email, passwordHash: 'x', createdAt: clock.now() } });
        await people.place(tx, side, id, role, clock.now());
      });
      return { id, email, by: { kind: side === 'provider' ? 'staff' : 'member', id, role, requestId: 'req_1' } };
    },

    signIn: async (email: string) => {
      const person = (await sessions.findPerson(email))!;
      const { session, token } = await openSession.for(person, { way: 'password' }, { address: '192.0.2.1', device: { browser: 'other', system: 'other' }, requestId: 'req_1' });
      return { session, token, find: (held = token) => new RecogniseSession(sessions, clock, SECRET).presented(held, '192.0.2.1'), isOpen: () => new RecogniseSession(sessions, clock, SECRET).presented(token, '192.0.2.1').then(() => true, () => false) };
    },

    entries: async (chain: string) => {
      const { rows } = await owner.query<{ body: string }>('SELECT body FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain]);
      return rows.map(({ body }) => JSON.parse(body) as { action: string; actor: { id: string }; targets: string[]; details: object });
    },

    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type PeopleBench = Awaited<ReturnType<typeof openPeopleBench>>;
