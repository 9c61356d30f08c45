import { Global, Module } from '@nestjs/common';
import { Config, Database, wire } from '@inkproof/platform';
import { EraseTraces } from './actions/erase-traces.js';
import { Seals } from './actions/seals.js';
import { SigningKey } from './actions/signing-key.js';
import { Trail } from './actions/trail.js';
import { SealStore } from './store/seal-store.js';

/** What every domain needs of the audit log: to write into it, and to give its newest checkpoint away. */
@Global()
@Module({
  providers: [wire(Trail), wire(SealStore), { provide: SigningKey, inject: [Config], useFactory: ({ secrets }: Config) => new SigningKey(secrets.signing) }, wire(Seals, Database, SealStore, SigningKey), wire(EraseTraces, Trail)],
  exports: [Trail, Seals, SealStore, SigningKey, EraseTraces],
})
export class AuditModule {}
