import type { Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Announce } from '@inkproof/notice';
import { Config, Database, MailOutbox, ObjectStore, wire } from '@inkproof/platform';
import { FindAuthorisations } from './actions/find-authorisations.js';
import { KeepMaterial } from './actions/keep-material.js';
import { RecordAuthorisations } from './actions/record-authorisations.js';
import { ReckonKeeping } from './actions/reckon-keeping.js';
import { RemindOfKeeping } from './actions/remind-of-keeping.js';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { AuthorisationStore } from './store/authorisation-store.js';
import { KeepingStore } from './store/keeping-store.js';

/** What people granted: recorded, found, withdrawn. */
export const authorisationParts: Provider[] = [
  wire(AuthorisationStore),
  wire(KeepingStore),
  {
    provide: RecordAuthorisations,
    inject: [Database, AuthorisationStore, Trail, Ids, Clock, Config],
    useFactory: (database: Database, store: AuthorisationStore, trail: Trail, ids: Ids, clock: Clock, { secrets }: Config) => new RecordAuthorisations(database, store, trail, ids, clock, secrets.keyPepper),
  },
  {
    provide: FindAuthorisations,
    inject: [Database, AuthorisationStore, KeepingStore, Clock, Config],
    useFactory: (database: Database, store: AuthorisationStore, keeping: KeepingStore, clock: Clock, { secrets }: Config) => new FindAuthorisations(database, store, keeping, clock, secrets.keyPepper),
  },
  wire(KeepMaterial, Database, AuthorisationStore, ObjectStore, Trail, Ids),
  wire(ReckonKeeping, Database, KeepingStore),
  {
    provide: RemindOfKeeping,
    inject: [Database, KeepingStore, Announce, MailOutbox, Clock, Config],
    useFactory: (database: Database, store: KeepingStore, announce: Announce, outbox: MailOutbox, clock: Clock, { http }: Config) => new RemindOfKeeping(database, store, announce, outbox, clock, http.consoleUrl),
  },
  wire(WithdrawAuthorisation, Database, AuthorisationStore, Trail, Clock),
];
