import { Module } from '@nestjs/common';
import { AuditModule } from '@inkproof/audit';
import { AnnounceModule } from '@inkproof/notice';
import { BeginFiling } from './actions/begin-filing.js';
import { DecideFiling } from './actions/decide-filing.js';
import { KeepFilingFiles } from './actions/keep-filing-files.js';
import { SubmitFiling } from './actions/submit-filing.js';
import { filingParts } from './filing-parts.js';

/** For processes that file texts and answer nobody. */
@Module({ imports: [AuditModule, AnnounceModule], providers: filingParts, exports: [BeginFiling, SubmitFiling, DecideFiling, KeepFilingFiles] })
export class FilingModule {}
