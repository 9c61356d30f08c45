import { Refusal, type FilingState } from '@inkproof/contract';
import { namesOf } from '@inkproof/identity';
import { addWorkingDays, type Clock, type Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { checkFiling, type Check } from '../model/check-filing.js';
import { compareTexts, type TextPart } from '../model/compare-texts.js';
import { contentOf, isEditable, type FilingEvent, type FilingVersion, type Span } from '../model/filing.js';
import { needsReconsent } from '../model/reconsent.js';
import { suggestSpans } from '../model/suggest-spans.js';
import type { Asking, FilingPage, FilingStore, FilingWithVersions } from '../store/filing-store.js';

/** What the provider aims at. */
const REVIEW_WORKING_DAYS = 2;

export const reviewDueAt = ({ state, submittedAt }: FilingVersion): Date | null => (state === 'submitted' && submittedAt ? addWorkingDays(submittedAt, REVIEW_WORKING_DAYS) : null);

/** A version with everything that is known of it. */
export interface FilingView {
  version: FilingVersion;
  checks: Check[];
  suggestions: Span[];
  reconsentNeeded: boolean;
  events: FilingEvent[];
  names: Map<string, string>;
}

export interface FilingDifference {
  against: FilingVersion | undefined;
  text: TextPart[];
  /** Fields beside the text that differ. */
  changed: string[];
  reconsentNeeded: boolean;
}

/** Shows filings, to their tenant and to the provider what was handed in. */
export class ReadFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly clock: Clock,
    private readonly providerNames: readonly string[],
  ) {}

  version(asking: Asking, versionId: string, filingId?: string): Promise<FilingView> {
    return this.#as(asking, async (tx) => {
      const version = await this.#find(tx, asking, versionId, filingId);
      const before = await this.store.acceptedBefore(tx, version);
      const events = await this.store.events(tx, version);
      return {
        version,
        checks: checkFiling({ content: version, files: version.files, providerNames: this.providerNames, now: this.clock.now() }),
        suggestions: isEditable(version) ? suggestSpans(version.text, version.spans) : [],
        reconsentNeeded: before !== undefined && needsReconsent(before, version),
        events,
        names: await namesOf(tx, [version.submittedBy, version.reviewedBy, version.tenantId, ...events.map(({ by }) => by)]),
      };
    });
  }

  difference(asking: Asking, versionId: string, filingId?: string): Promise<FilingDifference> {
    return this.#as(asking, async (tx) => {
      const version = await this.#find(tx, asking, versionId, filingId);
      const against = await this.store.acceptedBefore(tx, version);
      const [before, after] = [against && contentOf(against), contentOf(version)];
      const changed = before ? Object.keys(after).filter((field) => field !== 'text' && field !== 'spans' && JSON.stringify(before[field as keyof typeof before]) !== JSON.stringify(after[field as keyof typeof after])) : [];
      return { against, text: compareTexts(before?.text ?? '', after.text), changed, reconsentNeeded: before !== undefined && needsReconsent(before, after) };
    });
  }

  filing(tenantId: Id<'ten'>, filingId: string): Promise<FilingWithVersions> {
    return this.#as(tenantId, async (tx) => {
      const filing = await this.store.filing(tx, tenantId, filingId);
      if (!filing) throw new Refusal('filing.not_found');
      return filing;
    });
  }

  list(tenantId: Id<'ten'>, page: FilingPage): Promise<FilingWithVersions[]> {
    return this.#as(tenantId, (tx) => this.store.list(tx, tenantId, page));
  }

  queue(which: { state: FilingState; beyond?: string; size: number }): Promise<{ versions: FilingVersion[]; names: Map<string, string> }> {
    return this.#as('provider', async (tx) => {
      const versions = await this.store.queue(tx, which);
      return { versions, names: await namesOf(tx, versions.map(({ tenantId }) => tenantId)) };
    });
  }

  async #find(tx: Tx, asking: Asking, versionId: string, filingId?: string): Promise<FilingVersion> {
    const version = await this.store.find(tx, asking, versionId, filingId);
    if (!version) throw new Refusal('filing.not_found');
    return version;
  }

  #as<Result>(asking: Asking, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return asking === 'provider' ? this.database.asProvider(work) : this.database.asTenant(asking, work);
  }
}
