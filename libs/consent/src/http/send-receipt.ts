import type { Response } from 'express';
import type { IssueReceipt } from '../actions/issue-receipt.js';
import { printReceipt } from '../actions/print-receipt.js';
import type { Asking } from '../store/filing-store.js';

export interface ReceiptForm {
  format: 'json' | 'pdf';
}

/** A receipt as JSON, or printed with that JSON attached. */
export class SendReceipt {
  constructor(private readonly issue: IssueReceipt) {}

  async to(response: Response, format: ReceiptForm['format'], { asking, versionId, filingId }: { asking: Asking; versionId: string; filingId?: string }): Promise<void> {
    const receipt = await this.issue.for(asking, versionId, filingId);
    if (format === 'json') return void response.json(receipt);
    const { filing, version } = receipt.receipt;
    response.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${filing.name} v${version.number}.pdf`)}`, 'Cache-Control': 'private, no-store' });
    response.send(Buffer.from(await printReceipt(receipt)));
  }
}
