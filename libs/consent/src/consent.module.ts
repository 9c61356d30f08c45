import { Logger, Module, type Provider } from '@nestjs/common';
import { AuditModule } from '@inkproof/audit';
import { Ids } from '@inkproof/kernel';
import { Announce, AnnounceModule } from '@inkproof/notice';
import { Config, Database, KeepWatch, ObjectStore, wire } from '@inkproof/platform';
import { Erase, Holds, RetentionModule } from '@inkproof/retention';
import { AskForAttestations } from './actions/ask-for-attestations.js';
import { BeginFiling } from './actions/begin-filing.js';
import { DecideFiling } from './actions/decide-filing.js';
import { GiveWay } from './actions/give-way.js';
import { KeepFilingFiles } from './actions/keep-filing-files.js';
import { PassGate } from './actions/pass-gate.js';
import { ReckonKeeping } from './actions/reckon-keeping.js';
import { RemindOfKeeping } from './actions/remind-of-keeping.js';
import { SubmitFiling } from './actions/submit-filing.js';
import { TellPrograms } from './actions/tell-programs.js';
import { TellRetention } from './actions/tell-retention.js';
import { WatchInspections } from './actions/watch-inspections.js';
import { WatchRequests } from './actions/watch-requests.js';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { attestationParts } from './attestation-parts.js';
import { authorisationParts } from './authorisation-parts.js';
import { filingControllers, filingExportParts, filingParts } from './filing-parts.js';
import { findingParts, gateParts, screeningParts } from './gate-parts.js';
import { AttestationController } from './http/attestation.controller.js';
import { AuthorisationController } from './http/authorisation.controller.js';
import { FindingController } from './http/finding.controller.js';
import { ReconciliationController } from './http/reconciliation.controller.js';
import { inspectionControllers, inspectionParts } from './inspection-parts.js';
import { requestControllers, requestParts } from './request-parts.js';
import { PolicyStore } from './store/policy-store.js';

const tellRetention: Provider = wire(TellRetention, Erase, Holds, Database, ObjectStore, Ids);

/** What tenants file of people's consent, what relies on it, what people ask about themselves, and what is drawn to be looked at. */
@Module({
  imports: [AuditModule, AnnounceModule, RetentionModule],
  controllers: [...filingControllers, AuthorisationController, AttestationController, FindingController, ReconciliationController, ...requestControllers, ...inspectionControllers],
  providers: [
    ...filingParts,
    ...filingExportParts,
    ...authorisationParts,
    ...attestationParts,
    ...gateParts,
    ...screeningParts,
    ...findingParts,
    wire(TellPrograms, Announce),
    ...requestParts,
    ...inspectionParts,
    tellRetention,
    {
      provide: KeepWatch,
      inject: [Config, WatchRequests, WatchInspections, GiveWay, ReckonKeeping, RemindOfKeeping, AskForAttestations],
      useFactory: ({ clocksEveryMs }: Config, ...watches: { once: () => Promise<number> }[]) => {
        const log = new Logger(KeepWatch.name);
        return new KeepWatch(watches, clocksEveryMs, (error) => log.error('the clocks of consent were not looked at', (error as Error).stack));
      },
    },
  ],
  exports: [BeginFiling, SubmitFiling, DecideFiling, KeepFilingFiles, PassGate, WithdrawAuthorisation, PolicyStore],
})
export class ConsentModule {}

/** In a worker: results are treated as their tenant wants them treated, what people granted is erased when its time is over, and nobody calls. */
@Module({ imports: [RetentionModule], providers: [...screeningParts, tellRetention], exports: [PolicyStore] })
export class ScreeningModule {}
