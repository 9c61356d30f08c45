import { Controller, Inject, Req } from '@nestjs/common';
import { api, type KeyLeakAnswer } from '@inkproof/contract';
import { Answers, Config } from '@inkproof/platform';
import type { Request } from 'express';
import { ReportLeak } from '../actions/report-leak.js';
import { visitor } from '../model/actor.js';
import { readLeakReport } from './leak-report.js';

/** Open to anybody: who holds a key needs no other proof, and may do nothing with it here but end it. */
@Controller()
export class LeakController {
  constructor(
    @Inject(ReportLeak) private readonly reportLeak: ReportLeak,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.keys.reportLeak)
  async report(@Req() request: Request & { id: string }): Promise<KeyLeakAnswer> {
    const { report, signed } = await readLeakReport(request, this.config.secrets.keyLeaks);
    return { items: await this.reportLeak.of(report, { signed, by: visitor(request.id) }) };
  }
}
