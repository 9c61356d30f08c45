import type { Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, ObjectStore, wire } from '@inkproof/platform';
import { FindAuthorisations } from './actions/find-authorisations.js';
import { KeepMaterial } from './actions/keep-material.js';
import { RecordAuthorisations } from './actions/record-authorisations.js';
import { ReckonKeeping } from './actions/reckon-keeping.js';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { AuthorisationStore } from './store/authorisation-store.js';

/** What people granted: recorded, found, withdrawn. */
export const authorisationParts: Provider[] = [
  wire(AuthorisationStore),
  {
    provide: RecordAuthorisations,
    inject: [Database, AuthorisationStore, Trail, Ids, Clock, Config],
    useFactory: (database: Database, store: AuthorisationStore, trail: Trail, ids: Ids, clock: Clock, { secrets }: Config) => new RecordAuthorisations(database, store, trail, ids, clock, secrets.keyPepper),
  },
  {
    provide: FindAuthorisations,
    inject: [Database, AuthorisationStore, Clock, Config],
    useFactory: (database: Database, store: AuthorisationStore, clock: Clock, { secrets }: Config) => new FindAuthorisations(database, store, clock, secrets.keyPepper),
  },
  wire(KeepMaterial, Database, AuthorisationStore, ObjectStore, Trail, Ids),
  wire(ReckonKeeping, Database, AuthorisationStore),
  wire(WithdrawAuthorisation, Database, AuthorisationStore, Trail, Clock),
];
