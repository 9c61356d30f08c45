import type { Actor } from '@inkproof/audit';
import { Refusal, type MaintenanceEventKind } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import { telling, type Tx } from '@inkproof/platform';
import { nextLook, whyNot, type Act, type Life } from '../model/window.js';
import type { StoredVersion, StoredWindow, WholeWindow, WindowStore } from '../store/window-store.js';

/** Told to every node when a window was moved. */
export const MAINTENANCE_NEWS = 'maintenance';

/** What changes with an event: where the window stands, which version is in force, who answers for it. */
export type Moved = Partial<Life> & Partial<Pick<StoredWindow, 'version' | 'restored' | 'publishedBy' | 'publishedAt' | 'approvedBy' | 'approvalId'>>;

interface Noted {
  kind: MaintenanceEventKind;
  /** Null for the clock. */
  by: Actor | null;
  words?: string | undefined;
}

/** The one hand that writes on windows: what was done, and where they stand then. The window is held by whoever calls it. */
export class WindowBook {
  constructor(
    private readonly store: WindowStore,
    private readonly clock: Clock,
  ) {}

  /** Holds it for an act that is possible from where it stands. */
  async held(tx: Tx, id: Id<'mnt'>, act?: Act): Promise<WholeWindow> {
    const window = await this.store.hold(tx, id);
    if (!window) throw new Refusal('maintenance.not_found');
    const refused = act && whyNot(act, window.now, window, this.clock.now());
    if (refused) throw new Refusal(refused);
    return window;
  }

  async write(tx: Tx, window: WholeWindow, { kind, by, words }: Noted, moved: Moved = {}): Promise<WholeWindow> {
    const at = this.clock.now();
    const version = moved.version ?? window.version;
    await this.store.write(tx, window.id, { place: window.events.length + 1, at, kind, version, by: by?.id ?? null, byName: by && (await this.nameOf(tx, by.id)), words: words ?? null });
    const schedule = version === window.version ? window.now : (await this.store.find(tx, window.id))!.versions.find(({ number }) => number === version)!;
    await this.store.change(tx, window.id, { ...moved, nextLookAt: nextLook(schedule, { ...window, ...moved }, at) });
    const { text, values } = telling(MAINTENANCE_NEWS);
    await tx.$executeRawUnsafe(text, ...values);
    return (await this.store.find(tx, window.id))!;
  }

  /** What it says from now on; the versions before stay. */
  async revise(tx: Tx, window: WholeWindow, change: Partial<StoredVersion>, by: Pick<Actor, 'id'>): Promise<number> {
    const number = window.version + 1;
    await this.store.addVersion(tx, window.id, { ...window.now, ...change, number, writtenBy: by.id, writtenAt: this.clock.now() });
    return number;
  }

  async nameOf(tx: Tx, id: string): Promise<string | null> {
    return (await tx.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
  }
}
