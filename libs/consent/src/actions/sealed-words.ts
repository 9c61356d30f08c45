import type { Drawers, OpenDrawer, SealedColumns, Statement } from '@inkproof/platform';

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

  /** The first words of a request, and the row of the drawer they lie in. Outside of the transaction that writes both, which would wait for the place of the keys otherwise. */
  async begin(tenantId: string, requestId: string, said: unknown): Promise<{ row: Statement; sealed: Bytes }> {
    const { drawer, row } = await this.drawers.lay(tenantId, requestId);
    return { row, ...sealIn(drawer, requestId, said) };
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
