import { Controller, Inject, Res } from '@nestjs/common';
import { api, type CoverageQuery } from '@inkproof/contract';
import { Answers, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { TellCoverage } from '../actions/tell-coverage.js';
import { coverageCsv, showCoverage } from './show-coverage.js';

@Controller()
export class CoverageController {
  constructor(@Inject(TellCoverage) private readonly coverage: TellCoverage) {}

  @Answers(api.coverage.month)
  async month(@Given.query(api.coverage.month.query) { month, format }: CoverageQuery, @Res() response: Response): Promise<void> {
    const shown = showCoverage(await this.coverage.month(month));
    if (format === 'json') return void response.json(shown);
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="inkproof-intake-${shown.month}.csv"` }).send(coverageCsv(shown));
  }
}
