import { Controller, Inject, Res } from '@nestjs/common';
import { api } from '@inkproof/contract';
import { Answers, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { ReadFigures, type AskedFigures } from '../actions/read-figures.js';
import { figuresCsv, showFigures } from './show-figures.js';

@Controller()
export class FiguresController {
  constructor(@Inject(ReadFigures) private readonly figures: ReadFigures) {}

  @Answers(api.deskFigures.read)
  async read(@Given.query(api.deskFigures.read.query) { format, ...asked }: AskedFigures & { format: 'json' | 'csv' }, @Res() response: Response): Promise<void> {
    const shown = showFigures(await this.figures.read(asked));
    if (format === 'json') return void response.json(shown);
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="inkproof-desk-${shown.from}-${shown.to}.csv"` }).send(figuresCsv(shown));
  }
}
