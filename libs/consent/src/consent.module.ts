import { Module } from '@nestjs/common';
import { AuditModule } from '@inkproof/audit';
import { WithdrawAuthorisation } from './actions/withdraw-authorisation.js';
import { authorisationParts } from './authorisation-parts.js';
import { AuthorisationController } from './http/authorisation.controller.js';

/** What tenants file of people's consent, and what relies on it. */
@Module({ imports: [AuditModule], controllers: [AuthorisationController], providers: authorisationParts, exports: [WithdrawAuthorisation] })
export class ConsentModule {}
