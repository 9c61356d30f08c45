import { Trail, type Actor } from '@inkproof/audit';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { Database, Drawers, Letterboxes, LocalBlobs, MailOutbox, MoveKeys, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import { TOTP } from 'otpauth';
import pg from 'pg';
import type { PersonCaller } from '../../model/caller.js';
import { FactorStore } from '../../store/factor-store.js';
import { SessionStore, type FoundPerson, type FoundSession } from '../../store/session-store.js';
import { AddApp } from '../add-app.js';
import { AppSecrets } from '../app-secrets.js';
import { AddPasskey } from '../add-passkey.js';
import { CodeThrottle } from '../code-throttle.js';
import { ConfirmSession } from '../confirm-session.js';
import { DrawRecoveryCodes } from '../draw-recovery-codes.js';
import { FoundTenant } from '../found-tenant.js';
import { KeepFactor } from '../keep-factor.js';
import { Passkeys } from '../passkeys.js';
import { ProveFactor } from '../prove-factor.js';
import { RecogniseSession } from '../recognise-session.js';
import { RemoveFactor } from '../remove-factor.js';
import { RenameFactor } from '../rename-factor.js';
import { RevokeSessions } from '../revoke-sessions.js';
import { SignInThrottle } from '../sign-in-throttle.js';
import { SignInWithPasskey } from '../sign-in-with-passkey.js';
import { OpenSession, type Entry, type Visit } from '../sign-in.js';
import { TakeSecondStep } from '../take-second-step.js';
import { TellOfFactor } from '../tell-of-factor.js';
import { Tickets } from '../tickets.js';

export const ORIGIN = 'https://console.inkproof.example';
export const PASSWORD = 'right and long enough';
const masterKey = Buffer.alloc(32, 7);
const keyPepper = 'pepper';

export interface SignedInHere {
  person: FoundPerson;
  caller: PersonCaller;
  session: FoundSession;
  token: string;
  by: Actor;
}

/** Everything around signing in, wired as the module wires it, over a database of its own. */
export const openDoorway = async ({ isEnforced = true } = {}) => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 5 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const [ids, clock, trail] = [new CountingIds(), new StillClock(), new Trail()];
  const [sessions, factors, passkeys] = [new SessionStore(database), new FactorStore(), new Passkeys(ORIGIN)];
  const throttle = new SignInThrottle(database, clock, 'secret');
  const tickets = new Tickets(database, clock, masterKey);
  const keyFolder = specFolder();
  const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(keyFolder));
  const keys = new TenantKeys(database, places.keys, masterKey, ids, clock);
  const apps = new AppSecrets(database, factors, new Drawers(database, keys, ids, clock));
  const prove = new ProveFactor(database, factors, passkeys, { places: throttle, codes: new CodeThrottle(database, 'secret') }, trail, clock, apps, keyPepper);
  const drawCodes = new DrawRecoveryCodes(database, factors, trail, keyPepper);
  const outbox = new MailOutbox(ids, clock, new Letterboxes(keys, ids, clock));
  const tell = new TellOfFactor(database, outbox, clock, ORIGIN);
  const keep = new KeepFactor(database, factors, sessions, drawCodes, tell, trail, ids, clock);
  const addApp = new AddApp(database, factors, keep, tickets, throttle, clock, apps);
  const openSession = new OpenSession(database, sessions, trail, ids, clock, 'secret');
  const visit: Visit = { address: '192.0.2.1', device: { browser: 'firefox', system: 'linux' }, requestId: 'req_1' };
  let people = 0;

  const somebody = async (role: 'owner' | 'admin' = 'owner'): Promise<FoundPerson> => {
    const person = { name: 'Ada', email: `p${++people}@inkproof.example`, password: PASSWORD };
    const found = new FoundTenant(ids, clock);
    await database.asProvider((tx) => (role === 'owner' ? found.in(tx, { name: 'x', owner: person }).then(() => {}) : found.appoint(tx, person, 'admin').then(() => {})));
    return (await sessions.findPerson(person.email))!;
  };

  const signIn = async (person: FoundPerson, entry: Entry = { way: 'password' }): Promise<SignedInHere> => {
    const { session, token } = await openSession.for(person, entry, visit);
    const common = { personId: person.personId, sessionId: session.id };
    const caller: PersonCaller = person.tenant ? { kind: 'member', tenantId: person.tenant.id, role: person.tenant.role, ...common } : { kind: 'staff', role: person.staff!.role, ...common };
    return { person, caller, session, token, by: { kind: caller.kind, id: person.personId, role: caller.role, requestId: 'req_1' } };
  };

  /** What an app with this secret shows so many half minutes from now. */
  const codeOf = (secret: string, away = 0): string => new TOTP({ secret }).generate({ timestamp: clock.now().getTime() + away * 30_000 });

  const withApp = async (here: SignedInHere) => {
    const { secret, ticket } = await addApp.offer(here.caller, here.person.email);
    const added = await addApp.add(here.caller, { ticket, code: codeOf(secret), name: 'phone' }, here.by);
    // The code that proved the app is used up; the next one comes half a minute later.
    clock.advance(30_000);
    return { secret, ...added };
  };

  const actions = async (): Promise<string[]> => (await owner.query<{ action: string }>('SELECT action FROM audit_entry ORDER BY at, seq')).rows.map(({ action }) => action);

  return {
    database, owner, ids, clock, keyFolder, masterKey, apps, sessions, factors, passkeys, tickets, drawCodes, addApp, openSession, visit, somebody, signIn, codeOf, withApp, actions,
    moveKeys: new MoveKeys(database, places, ids),
    addPasskey: new AddPasskey(database, factors, keep, tickets, passkeys),
    renameFactor: new RenameFactor(database, factors, trail),
    removeFactor: new RemoveFactor(database, factors, sessions, tell, trail, isEnforced),
    secondStep: new TakeSecondStep(database, sessions, factors, passkeys, tickets, prove, trail),
    withPasskey: new SignInWithPasskey(database, sessions, factors, passkeys, tickets, clock),
    confirm: new ConfirmSession(database, sessions, factors, passkeys, tickets, prove, throttle, trail, clock, 'secret'),
    revoke: new RevokeSessions(database, sessions, trail),
    recognise: new RecogniseSession(sessions, clock, 'secret'),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type Doorway = Awaited<ReturnType<typeof openDoorway>>;
