import { randomBytes } from 'node:crypto';
import { EntryStore, ProveEntries, Seals, SealStore, SigningKey, Trail, type Actor } from '@inkproof/audit';
import { FoundTenant } from '@inkproof/identity';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { Database, Letterboxes, LocalBlobs, MailOutbox, ObjectStore, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { CertificateStore, RuleStore } from '@inkproof/retention';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import pg from 'pg';
import { BeginFiling } from '../actions/begin-filing.js';
import { BundleFiling } from '../actions/bundle-filing.js';
import { ChangeFiling } from '../actions/change-filing.js';
import { CommentOnFiling } from '../actions/comment-on-filing.js';
import { DecideFiling } from '../actions/decide-filing.js';
import { GatherFiling } from '../actions/gather-filing.js';
import { GiveWay } from '../actions/give-way.js';
import { IssueReceipt } from '../actions/issue-receipt.js';
import { KeepFilingFiles } from '../actions/keep-filing-files.js';
import { ReadFiling } from '../actions/read-filing.js';
import { SubmitFiling } from '../actions/submit-filing.js';
import { TellOfFiling } from '../actions/tell-of-filing.js';
import { WithdrawFiling } from '../actions/withdraw-filing.js';
import type { FilingVersion } from '../model/filing.js';
import { FilingDayStore } from '../store/filing-day-store.js';
import { FilingStore } from '../store/filing-store.js';
import { aContent } from './a-content.js';

const PROVIDER = '砚台科技有限公司';
export const PNG = Buffer.from('\x89PNG\r\n\x1a\n and some more', 'latin1');

export const officer: Actor = { kind: 'member', id: 'per_officer', role: 'privacy', requestId: 'req_1' };
export const reviewer: Actor = { kind: 'staff', id: 'per_reviewer', role: 'compliance', requestId: 'req_2' };

/** For specs: everything that acts on filings, on a database of its own with two tenants. */
export const openFilingHouse = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 8 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock();
  const ids = new CountingIds();
  const masterKey = randomBytes(32);
  const store = new FilingStore();
  const trail = new Trail();
  const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()));
  const keys = new TenantKeys(database, places.keys, masterKey, ids, clock);
  const objects = new ObjectStore(database, places, keys, ids, clock);
  const tell = new TellOfFiling(store, trail, new Announce(new DeliveryStore(database), ids, clock), new MailOutbox(ids, clock, new Letterboxes(keys, ids, clock)), ids, clock, 'https://ocr.example');
  const names = [PROVIDER];
  const begin = new BeginFiling(database, store, trail, ids, clock);
  const files = new KeepFilingFiles(database, store, objects, trail, ids, clock);
  const submit = new SubmitFiling(database, store, tell, clock, names);
  const giveWay = new GiveWay(database, store, tell, clock);
  const decide = new DecideFiling(database, store, tell, giveWay, clock, names);
  const [entries, sealStore, days] = [new EntryStore(), new SealStore(), new FilingDayStore()];
  const seals = new Seals(database, sealStore, new SigningKey([Buffer.alloc(32, 7)]));
  const read = new ReadFiling(database, store, clock, names);
  const receipts = new IssueReceipt(database, store, entries, seals, clock, PROVIDER);
  const found = new FoundTenant(ids, clock);
  const tenantOf = (email: string): Promise<Id<'ten'>> => database.asProvider(async (tx) => (await found.in(tx, { name: email, owner: { name: email, email, password: 'x' } })).tenantId);

  /** A draft with every element and every file. */
  const whole = async (tenantId: Id<'ten'>, given: Parameters<BeginFiling['for']>[1] = { name: '签收授权书' }): Promise<FilingVersion> => {
    const draft = await begin.for(tenantId, { ...aContent(), ...given }, officer);
    for (const kind of ['page_screenshot', 'separate_consent'] as const) await files.add(tenantId, draft.filing.id, { kind, name: `${kind}.png`, bytes: PNG }, officer);
    return draft;
  };
  return {
    clock,
    database,
    owner,
    objects,
    store,
    begin,
    change: new ChangeFiling(database, store, objects, trail),
    files,
    submit,
    withdraw: new WithdrawFiling(database, store, tell, giveWay, clock),
    comment: new CommentOnFiling(database, store, tell),
    decide,
    giveWay,
    read,
    gather: new GatherFiling(database, store, days, read, new RuleStore(), seals, trail, clock),
    bundle: new BundleFiling(database, days, receipts, new CertificateStore(), entries, sealStore, seals, new ProveEntries(database, entries, sealStore)),
    receipts,
    tenants: { one: await tenantOf('one@inkproof.example'), other: await tenantOf('other@inkproof.example') },
    whole,
    handedIn: async (tenantId: Id<'ten'>): Promise<FilingVersion> => submit.for(tenantId, (await whole(tenantId)).filing.id, officer),
    decided: (version: FilingVersion, verdict: 'accept' | 'correct' | 'refuse' = 'accept') => decide.for(version.id, { verdict, textSha256: version.textSha256, words: 'As it is' }, reviewer),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type FilingHouse = Awaited<ReturnType<typeof openFilingHouse>>;
