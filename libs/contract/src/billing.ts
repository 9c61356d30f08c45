interface ReasonEntry {
  billed: boolean;
  /** Whether it is said of a page, of a whole call, or of both. */
  of: 'page' | 'call';
  says: string;
}

/** Why something was billed or not. Said once: the answer, the ledger, the console and the statement use these words. */
export const billingReasons = {
  read: { billed: true, of: 'page', says: 'Text was recognised on it' },
  embedded: { billed: true, of: 'page', says: 'Its text stood in the document and was taken over' },
  no_text: { billed: false, of: 'page', says: 'There is no text on it' },
  test_key: { billed: false, of: 'page', says: 'A test key called' },
  page_failed: { billed: false, of: 'page', says: 'It could not be read' },
  mixed: { billed: true, of: 'call', says: 'Its pages have several reasons' },
  cancelled: { billed: false, of: 'call', says: 'It was cancelled before a page was read' },
  refused_rate: { billed: false, of: 'call', says: 'It was over a rate' },
  refused_allowance: { billed: false, of: 'call', says: 'The pages of the month were used up' },
  refused_consent: { billed: false, of: 'call', says: 'What it declared of personal information is not permitted' },
  refused_capacity: { billed: false, of: 'call', says: 'There was no room for it' },
  not_readable: { billed: false, of: 'call', says: 'The document could not be read' },
  fault_of_ours: { billed: false, of: 'call', says: 'It failed on our side' },
  node_lost: { billed: false, of: 'call', says: 'The node that had it stopped, and others noted it' },
  not_noted: { billed: true, of: 'call', says: 'It was before reasons were noted' },
} as const satisfies Record<string, ReasonEntry>;

export type BillingReason = keyof typeof billingReasons;
export const billingReasonNames = Object.keys(billingReasons) as [BillingReason, ...BillingReason[]];
export const pageReasonNames = ['read', 'embedded', 'no_text', 'test_key', 'page_failed'] as const satisfies readonly BillingReason[];
export type PageReason = (typeof pageReasonNames)[number];
