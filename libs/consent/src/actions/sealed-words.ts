import { type Drawers, type OpenDrawer, runIn, type Tx } from '@inkproof/platform';

type Bytes = Uint8Array<ArrayBuffer>;

/** Opens what a row keeps; null where nothing was said, or nothing can be opened any more. */
export type Opener = <Said>(id: string, row: { sealed: Uint8Array | null }) => Said | null;

const sealIn = (drawer: OpenDrawer, id: string, said: unknown): { sealed: Bytes } => ({ sealed: drawer.seal(id, Buffer.from(JSON.stringify(said))) });

/**
 * What people say of themselves and of others in one request: in a drawer of its own, each bound to the row it stands in.
 * Where that is gone nothing of it can be read, in copies of the database either.
 */
export class SealedWords {
  constructor(private readonly drawers: Drawers) {}

  /** The first words of a request, written in the transaction of which it comes to be. */
  async begin(tx: Tx, tenantId: string, requestId: string, said: unknown): Promise<{ sealed: Bytes }> {
    const { drawer, row } = await this.drawers.lay(tenantId, requestId);
    await runIn(tx)(row);
    return sealIn(drawer, requestId, said);
  }

  async seal(tenantId: string, requestId: string, id: string, said: unknown): Promise<{ sealed: Bytes | null }> {
    return said === undefined || said === null ? { sealed: null } : sealIn(await this.drawers.of(tenantId, requestId), id, said);
  }

  async opener(tenantId: string, requestId: string): Promise<Opener> {
    const drawer = await this.drawers.find(tenantId, requestId);
    return <Said>(id: string, { sealed }: { sealed: Uint8Array | null }) => (drawer && sealed ? (JSON.parse(drawer.open(id, sealed).toString()) as Said) : null);
  }
}
