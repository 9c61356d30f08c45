import { Module } from '@nestjs/common';
import { AuditModule } from '@inkproof/audit';
import { AnnounceModule } from '@inkproof/notice';
import { BeginFiling } from './actions/begin-filing.js';
import { DecideFiling } from './actions/decide-filing.js';
import { KeepFilingFiles } from './actions/keep-filing-files.js';
import { SubmitFiling } from './actions/submit-filing.js';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { authorisationParts } from './authorisation-parts.js';
import { filingControllers, filingParts } from './filing-parts.js';
import { AuthorisationController } from './http/authorisation.controller.js';

/** What tenants file of people's consent, and what relies on it. */
@Module({
  imports: [AuditModule, AnnounceModule],
  controllers: [...filingControllers, AuthorisationController],
  providers: [...filingParts, ...authorisationParts],
  exports: [BeginFiling, SubmitFiling, DecideFiling, KeepFilingFiles, WithdrawAuthorisation],
})
export class ConsentModule {}
