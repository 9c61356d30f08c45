import { Module } from '@nestjs/common';
import { AuditModule } from '@inkproof/audit';
import { AnnounceModule } from '@inkproof/notice';
import { BeginFiling } from './actions/begin-filing.js';
import { DecideFiling } from './actions/decide-filing.js';
import { KeepFilingFiles } from './actions/keep-filing-files.js';
import { PassGate } from './actions/pass-gate.js';
import { SubmitFiling } from './actions/submit-filing.js';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { authorisationParts } from './authorisation-parts.js';
import { filingControllers, filingParts } from './filing-parts.js';
import { findingParts, gateParts, screeningParts } from './gate-parts.js';
import { AuthorisationController } from './http/authorisation.controller.js';
import { FindingController } from './http/finding.controller.js';
import { PolicyStore } from './store/policy-store.js';

/** What tenants file of people's consent, and what relies on it. */
@Module({
  imports: [AuditModule, AnnounceModule],
  controllers: [...filingControllers, AuthorisationController, FindingController],
  providers: [...filingParts, ...authorisationParts, ...gateParts, ...screeningParts, ...findingParts],
  exports: [BeginFiling, SubmitFiling, DecideFiling, KeepFilingFiles, PassGate, WithdrawAuthorisation, PolicyStore],
})
export class ConsentModule {}

/** In a worker: results are treated as their tenant wants them treated, and nobody calls. */
@Module({ providers: screeningParts, exports: [PolicyStore] })
export class ScreeningModule {}
