import { DiskFull } from '../disk-full.js';
import { NotReplayable } from '../image/prepared.js';
import type { PageOptions } from '../read-page.js';
import type { FailedPage } from '../reading.js';
import { pageReasonOf, Unreadable } from '../unreadable.js';
import type { Call } from './call.js';
import type { Errand } from './errand.js';
import { DeadlineExceeded, ReaderLost } from './errors.js';
import type { Turn, Urgency } from './fair-queue.js';
import type { DocumentAsk, Opened, PageOutcome } from './message.js';

/** A page that ends two readers in a row will end the third. */
const MOST_LOSSES = 2;

export interface ErrandKeeper {
  add(errand: PageErrand): void;
  /** It has waited its turn once. */
  addFirst(errand: PageErrand): void;
}

/** One page of a call. The first of them opens the document, learns of the others, and goes on to the first page. */
export class PageErrand implements Errand, Turn {
  readonly document: DocumentAsk;
  readonly options: PageOptions;
  readonly lane: string;
  readonly laneLimit: number;
  readonly urgency: Urgency;
  #losses = 0;

  constructor(
    readonly call: Call,
    public number: number | null,
    private readonly keeper: ErrandKeeper,
  ) {
    const { languages, reader, replay } = call.request.options;
    const recipe = number === null ? undefined : replay?.[number];
    this.document = call.document;
    this.options = { languages, reader, ...(replay && { replay: recipe && number !== null ? { [number]: recipe } : replay }) };
    ({ lane: this.lane, laneLimit: this.laneLimit, urgency: this.urgency } = call.request);
  }

  get isWanted(): boolean {
    return !this.call.isSettled;
  }

  onOpened(opened: Opened): void {
    if (this.number !== null || this.call.isSettled) return;
    const [first, ...others] = this.call.open(opened);
    this.number = first ?? null;
    for (const number of others) this.keeper.add(new PageErrand(this.call, number, this.keeper));
  }

  onOutcome(outcome: PageOutcome): void {
    if (outcome.kind === 'page') return this.call.finishPage(outcome.page);
    if (outcome.kind === 'not_replayable') return this.call.fail(new NotReplayable(outcome.detail));
    if (outcome.kind === 'disk_full') return this.call.fail(new DiskFull(outcome.detail));
    const error = new Unreadable(outcome.reason, outcome.detail, outcome.limit);
    const reason = pageReasonOf(error);
    if (reason) this.#fail(reason, error);
    else this.call.fail(error);
  }

  onLost(why: string): void {
    if (!this.isWanted) return;
    this.#losses++;
    if (this.#losses < MOST_LOSSES) return this.keeper.addFirst(this);
    this.#fail('reader_lost', new ReaderLost(`${MOST_LOSSES} readers in a row ended in the middle of this ${this.number === null ? 'document' : 'page'}; the last because ${why}`));
  }

  onHung(afterMs: number): void {
    this.#fail('deadline', new DeadlineExceeded(`The page was not read within ${afterMs} ms`));
  }

  #fail(reason: FailedPage['reason'], error: Error): void {
    if (this.number === null) this.call.fail(error);
    else this.call.failPage({ number: this.number, reason, detail: error.message }, error);
  }
}
