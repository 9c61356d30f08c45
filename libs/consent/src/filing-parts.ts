import type { Provider } from '@nestjs/common';
import { EntryStore, ProveEntries, Seals, SealStore, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Announce } from '@inkproof/notice';
import { Config, Database, MailOutbox, ObjectStore, wire } from '@inkproof/platform';
import { CertificateStore, RuleStore } from '@inkproof/retention';
import { BeginFiling } from './actions/begin-filing.js';
import { BundleFiling } from './actions/bundle-filing.js';
import { ChangeFiling } from './actions/change-filing.js';
import { CommentOnFiling } from './actions/comment-on-filing.js';
import { DecideFiling } from './actions/decide-filing.js';
import { GatherFiling } from './actions/gather-filing.js';
import { GiveWay } from './actions/give-way.js';
import { IssueReceipt } from './actions/issue-receipt.js';
import { KeepFilingFiles } from './actions/keep-filing-files.js';
import { ReadFiling } from './actions/read-filing.js';
import { SubmitFiling } from './actions/submit-filing.js';
import { TellOfFiling } from './actions/tell-of-filing.js';
import { WithdrawFiling } from './actions/withdraw-filing.js';
import { FilingReviewController } from './http/filing-review.controller.js';
import { FilingController } from './http/filing.controller.js';
import { SendFilingExport } from './http/send-filing-export.js';
import { SendReceipt } from './http/send-receipt.js';
import { FilingDayStore } from './store/filing-day-store.js';
import { FilingStore } from './store/filing-store.js';

export const filingControllers = [FilingController, FilingReviewController];

/** What acts on filed texts. */
export const filingParts = [
  wire(EntryStore),
  wire(FilingStore),
  {
    provide: TellOfFiling,
    inject: [FilingStore, Trail, Announce, MailOutbox, Ids, Clock, Config],
    useFactory: (store: FilingStore, trail: Trail, announce: Announce, outbox: MailOutbox, ids: Ids, clock: Clock, { http }: Config) => new TellOfFiling(store, trail, announce, outbox, ids, clock, http.consoleUrl),
  },
  wire(BeginFiling, Database, FilingStore, Trail, Ids, Clock),
  wire(ChangeFiling, Database, FilingStore, ObjectStore, Trail),
  wire(KeepFilingFiles, Database, FilingStore, ObjectStore, Trail, Ids, Clock),
  { provide: SubmitFiling, inject: [Database, FilingStore, TellOfFiling, Clock, Config], useFactory: (database: Database, store: FilingStore, tell: TellOfFiling, clock: Clock, { providerNames }: Config) => new SubmitFiling(database, store, tell, clock, providerNames) },
  wire(GiveWay, Database, FilingStore, TellOfFiling, Clock),
  wire(WithdrawFiling, Database, FilingStore, TellOfFiling, GiveWay, Clock),
  wire(CommentOnFiling, Database, FilingStore, TellOfFiling),
  { provide: DecideFiling, inject: [Database, FilingStore, TellOfFiling, GiveWay, Clock, Config], useFactory: (database: Database, store: FilingStore, tell: TellOfFiling, giveWay: GiveWay, clock: Clock, { providerNames }: Config) => new DecideFiling(database, store, tell, giveWay, clock, providerNames) },
  { provide: ReadFiling, inject: [Database, FilingStore, Clock, Config], useFactory: (database: Database, store: FilingStore, clock: Clock, { providerNames }: Config) => new ReadFiling(database, store, clock, providerNames) },
  { provide: IssueReceipt, inject: [Database, FilingStore, EntryStore, Seals, Clock, Config], useFactory: (database: Database, store: FilingStore, entries: EntryStore, seals: Seals, clock: Clock, { providerNames }: Config) => new IssueReceipt(database, store, entries, seals, clock, providerNames[0]!) },
  wire(SendReceipt, IssueReceipt),
];

/** Everything about a filing on a day, for whoever may carry it away. */
export const filingExportParts: Provider[] = [
  wire(FilingDayStore),
  wire(ProveEntries, Database, EntryStore, SealStore),
  wire(GatherFiling, Database, FilingStore, FilingDayStore, ReadFiling, RuleStore, Seals, Trail, Clock),
  wire(BundleFiling, Database, FilingDayStore, IssueReceipt, CertificateStore, EntryStore, SealStore, Seals, ProveEntries),
  { provide: SendFilingExport, inject: [GatherFiling, BundleFiling, Config], useFactory: (gather: GatherFiling, bundle: BundleFiling, { providerNames }: Config) => new SendFilingExport(gather, bundle, providerNames[0]!) },
];
