import type { Database, Run } from '@inkproof/platform';
import { signable, type Checkpoint, type SignedCheckpoint, type SignedKind } from '../model/checkpoint.js';
import type { SealStore } from '../store/seal-store.js';
import type { SigningKey } from './signing-key.js';
import type { Chain } from './trail.js';

const CHAINS_AT_ONCE = 100;

/** Signs the heads of chains. What it answers belongs into receipts and statements: whoever keeps one is a witness. */
export class Seals {
  constructor(
    private readonly database: Database,
    private readonly store: SealStore,
    private readonly key: SigningKey,
  ) {}

  /** The newest checkpoint of a chain, made now if something was written since; undefined while nothing ever was. */
  current(chain: Chain): Promise<SignedCheckpoint | undefined> {
    return this.database.changeAsProvider(async (run) => {
      await this.#seal(run, chain);
      return this.store.newest(run, chain);
    });
  }

  /** Signs a receipt that names the id of the key, for whoever keeps it. The key is made known before. */
  async sign<Receipt extends object>(receiptBy: (key: string) => Receipt): Promise<{ receipt: Receipt; signature: string }> {
    const { said: receipt, signature } = await this.signAs('receipt', receiptBy);
    return { receipt, signature };
  }

  async signAs<Said extends object>(kind: SignedKind, saidBy: (key: string) => Said): Promise<{ said: Said; signature: string }> {
    const said = saidBy(this.key.id);
    await this.database.changeAsProvider((run) => this.store.introduce(run, this.key));
    return { said, signature: this.key.sign(signable(kind, said)).toString('hex') };
  }

  /** The present key, or one of before, as the log's readers know them. */
  async publicKeyOf(id: string): Promise<Uint8Array | undefined> {
    if (id === this.key.id) return this.key.publicKey;
    return (await this.database.changeAsProvider((run) => this.store.keys(run))).find((key) => key.id === id)?.publicKey;
  }

  /** Seals every chain that was written to since its last checkpoint, unless another node is about it. Answers how many. */
  async all(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const chains = await this.database.changeAsProvider(async (run) => {
        if (!(await this.store.isOurTurn(run))) return [];
        const unsealed = await this.store.unsealed(run, CHAINS_AT_ONCE);
        for (const chain of unsealed) await this.#seal(run, chain);
        return unsealed;
      });
      sealed += chains.length;
      if (chains.length < CHAINS_AT_ONCE) return sealed;
    }
  }

  async #seal(run: Run, chain: string): Promise<void> {
    const head = await this.store.head(run, chain);
    if (!head || head.seq === (await this.store.newest(run, chain))?.checkpoint.seq) return;
    const checkpoint: Checkpoint = { v: 1, chain, seq: head.seq, head: head.head, at: head.now, key: this.key.id };
    await this.store.introduce(run, this.key);
    await this.store.add(run, checkpoint, this.key.sign(signable('checkpoint', checkpoint)));
  }
}
