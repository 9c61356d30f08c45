import { type Drawers, type OpenDrawer, runIn, type SealedColumns, type Tx } from '@inkproof/platform';

type Bytes = Uint8Array<ArrayBuffer>;

/** Opens what a row keeps; null where nothing was said, or nothing can be opened any more. */
export type Opener = <Said>(id: string, row: SealedColumns) => Said | null;

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
    const read = await this.drawers.reader(tenantId, requestId);
    return <Said>(id: string, row: SealedColumns) => {
      const said = read(id, row);
      return said ? (JSON.parse(said.toString()) as Said) : null;
    };
  }
}
