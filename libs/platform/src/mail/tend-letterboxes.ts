import { DAY_MS, type Clock } from '@inkproof/kernel';
import type { Database, Run } from '../database/database.js';
import { contents, endOfDay, type Letterboxes } from './letterboxes.js';

/** Whoever found a letterbox open has put its mail in by then, also by a clock that goes wrong. */
const GRACE_MS = 60 * 60 * 1_000;
const MOVED_AT_ONCE = 100;

interface Waiting {
  [column: string]: unknown;
  id: string;
  body: Buffer;
  body_box: string;
}

/**
 * Puts up the letterboxes of today and tomorrow before they are needed; takes what still waits when a day is over into those
 * of the next, so that one mail does not keep the key of a thousand; and takes away what is empty, and its key with it.
 */
export class TendLetterboxes {
  constructor(
    private readonly database: Database,
    private readonly boxes: Letterboxes,
    private readonly clock: Clock,
  ) {}

  /** Answers how many mails were moved. Any number of nodes may. */
  async once(): Promise<number> {
    await this.#putUp();
    let [moved, after] = [0, ''];
    for (let some = await this.#move(after); some.seen > 0; some = await this.#move(after)) [moved, after] = [moved + some.moved, some.last];
    await this.#takeAway();
    return moved;
  }

  async #putUp(): Promise<void> {
    const now = this.clock.now();
    const standing = await this.database.changeAsProvider((run) => run<{ key: string; holds: string; closes_at: Date }>({ name: 'open_letterboxes', text: 'SELECT key, holds, closes_at FROM letterbox WHERE closes_at > $1', values: [now] }));
    const there = await Promise.all(standing.map(async (box) => ((await this.boxes.isThere(box.key)) ? [box] : [])));
    // Where the place of the keys was lost, nobody could open what would be put in.
    const lost = standing.filter((_, at) => there[at]!.length === 0).map(({ key }) => key);
    if (lost.length > 0) await this.database.changeAsProvider((run) => run({ text: 'UPDATE letterbox SET closes_at = $2 WHERE key = ANY($1)', values: [lost, now] }));
    for (const holds of contents)
      for (const closesAt of [endOfDay(now), endOfDay(new Date(now.getTime() + DAY_MS))])
        if (!there.flat().some((box) => box.holds === holds && box.closes_at.getTime() === closesAt.getTime())) await this.database.changeAsProvider((run) => this.boxes.putUp(run, holds, closesAt));
  }

  /** Some of what waits in letterboxes that are closed, behind a mail. What nothing opens any more stays where it is, and is told by whoever should send it. */
  async #move(after: string): Promise<{ seen: number; moved: number; last: string }> {
    return this.database.changeAsProvider(async (run) => {
      const text = 'SELECT m.id, m.body, m.body_box FROM mail m JOIN letterbox l ON l.key = m.body_box WHERE l.closes_at <= $1 AND m.body IS NOT NULL AND m.id > $2 ORDER BY m.id LIMIT $3 FOR UPDATE OF m SKIP LOCKED';
      const rows = await run<Waiting>({ text, values: [this.clock.now(), after, MOVED_AT_ONCE] });
      return { seen: rows.length, moved: await this.#reseal(run, rows), last: rows.at(-1)?.id ?? after };
    });
  }

  async #reseal(run: Run, rows: readonly Waiting[]): Promise<number> {
    if (rows.length === 0) return 0;
    const [{ words }, opening] = [await this.boxes.open(run), await this.boxes.opening(rows.map(({ body_box }) => body_box))];
    let moved = 0;
    for (const { id, body, body_box } of rows) {
      const said = opening(body_box, id, body);
      if (!said) continue;
      await run({ name: 'move_letter', text: 'UPDATE mail SET body = $2, body_box = $3 WHERE id = $1', values: [id, words.seal(id, said), words.key] });
      moved++;
    }
    return moved;
  }

  async #takeAway(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    const text = 'DELETE FROM letterbox l WHERE l.closes_at < $1 AND NOT EXISTS (SELECT FROM mail m WHERE m.recipient_box = l.key) AND NOT EXISTS (SELECT FROM mail m WHERE m.body_box = l.key)';
    await this.database.changeAsProvider((run) => run({ name: 'take_letterboxes_away', text, values: [before] }));
  }
}
