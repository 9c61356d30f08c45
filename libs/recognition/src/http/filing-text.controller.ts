import { Controller, Inject, Res } from '@nestjs/common';
import { api, type FilingTextRequest, type ReadFilingText as ReadText } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Answers, Given, hangUpOf } from '@inkproof/platform';
import type { Response } from 'express';
import { ReadFilingText } from '../actions/read-filing-text.js';

/** Files to the texts of filings. Here and not with the filings, because those know no readers. */
@Controller()
export class FilingTextController {
  constructor(@Inject(ReadFilingText) private readonly read: ReadFilingText) {}

  @Answers(api.filings.readText)
  text(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.filings.readText.body) { base64, languages }: FilingTextRequest, @Res({ passthrough: true }) response: Response): Promise<ReadText> {
    return this.read.of({ tenantId, file: Buffer.from(base64, 'base64'), languages, signal: hangUpOf(response) });
  }
}
