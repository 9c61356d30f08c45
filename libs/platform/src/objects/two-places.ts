import type { Blobs } from './blobs.js';

/**
 * Where everything that is kept lies outside of the database: sealed bytes in one place, and in another the wrapped keys
 * that open them, each under the name of its bytes. What was destroyed in the second is noise in any copy of the first and
 * of the database, so that place has no copies of before: it may be mirrored, and is never part of a backup.
 */
export class TwoPlaces {
  constructor(
    private readonly bytes: Blobs,
    readonly keys: Blobs,
  ) {}

  /** Neither is of use without the other, so they are laid down side by side. */
  async put(name: string, sealed: Uint8Array, sealedKey: Uint8Array): Promise<void> {
    await allOf([this.keys.put(name, sealedKey), this.bytes.put(name, sealed)]);
  }

  /** Undefined is what is not there. */
  async get(name: string): Promise<{ sealed: Buffer | undefined; sealedKey: Buffer | undefined }> {
    const [sealed, sealedKey] = await allOf([this.bytes.get(name), this.keys.get(name)]);
    return { sealed, sealedKey };
  }

  /** Whether anything of that name is left in either. */
  async exists(name: string): Promise<boolean> {
    return (await allOf([this.keys.exists(name), this.bytes.exists(name)])).some(Boolean);
  }

  /** Keys go first: whoever is interrupted leaves noise and not what it can be read with. */
  async remove(names: readonly string[]): Promise<void> {
    await this.keys.remove(names);
    await this.bytes.remove(names);
  }

  get all(): readonly Blobs[] {
    return [this.keys, this.bytes];
  }

  async check(): Promise<void> {
    await allOf(this.all.map((place) => place.check()));
  }

  close(): void {
    for (const place of this.all) place.close();
  }
}

/** Waits for both before it fails: what is still being laid down would otherwise come after its undoing. */
const allOf = async <Results extends readonly unknown[]>(acts: readonly [...{ [Key in keyof Results]: Promise<Results[Key]> }]): Promise<Results> => {
  await Promise.allSettled(acts);
  return (await Promise.all(acts)) as Results;
};
