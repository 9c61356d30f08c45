import pg from 'pg';
import { fencedTables } from '../../libs/platform/src/database/testing/fenced-table.js';
import { isOnPurpose } from './on-purpose.js';

/** A statement as it went to the store, in a transaction that stands for one tenant. */
export interface Asked {
  text: string;
  /** Whether the provider asked, who tells that tenant of it. */
  byProvider: boolean;
}

/** How PostgreSQL would go about it. */
type Plan = Record<string, unknown> & { Plans?: Plan[]; 'Node Type': string; 'Relation Name'?: string; Alias?: string; 'Subplan Name'?: string; Output?: string[] };

interface Scan {
  table: string;
  /** A pattern for the column that says whose a row is, as conditions of the plan write it. */
  owner: string;
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const conditionsOf = (plan: Plan): string[] => Object.entries(plan).flatMap(([name, said]) => (/(Cond|Filter)$/.test(name) ? [String(said)] : []));
/** What a subselect answers that is asked for all rows at once, by how conditions call it. */
const answersOf = (nodes: readonly Plan[]): Map<string, string> =>
  new Map(nodes.flatMap(({ 'Subplan Name': name, Output: output }) => (name ? (output ?? []).map((column, at): [string, string] => [`(hashed ${name}).col${at + 1}`, column]) : [])));
/** Of each database that was asked once in this process: nobody migrates it any more. */
const ownerColumnsOf = new Map<string, ReadonlyMap<string, string>>();
const escaped = (name: string): string => name.replaceAll('$', String.raw`\$`);

/**
 * The law of statements: in a transaction of a tenant's each names a tenant for every table it reads or changes. Row-level
 * security would hold it all the same, and so nobody would see that a condition is gone. Therefore PostgreSQL is asked how it
 * would go about a statement if there was no such fence: each scan of a table of tenants has to be bound to a tenant, or to a
 * row that is.
 */
export class StatementLaw {
  private constructor(
    private readonly plans: pg.Client,
    /** By table, the column that says whose a row is. */
    private readonly ownerColumns: ReadonlyMap<string, string>,
  ) {}

  /** `url` is of a migrated database in which nobody does anything, as one who stands above the fence. */
  static async open(url: string): Promise<StatementLaw> {
    const plans = new pg.Client(url);
    await plans.connect();
    const columns = ownerColumnsOf.get(url) ?? new Map((await fencedTables(plans)).filter(({ of }) => of === 'tenant').map(({ name, ownerColumn }) => [name, ownerColumn]));
    ownerColumnsOf.set(url, columns);
    return new StatementLaw(plans, columns);
  }

  close(): Promise<void> {
    return this.plans.end();
  }

  /** The tables of which this statement takes rows whosever they are. */
  async looseIn(asked: Asked): Promise<string[]> {
    const plan = /^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)\b/i.test(asked.text) ? await this.#plan(asked.text) : undefined;
    if (!plan) return [];
    const nodes = nodesOf(plan);
    const answers = answersOf(nodes);
    const conditions = nodes.flatMap(conditionsOf).map((one) => one.replace(/\(hashed SubPlan \d+\)\.col\d+/g, (answer) => answers.get(answer) ?? answer));
    const isSaid = (condition: string): boolean => conditions.some((one) => new RegExp(`(?<![\\w.])${condition}`).test(one));
    const scans = nodes.flatMap((node) => this.#scan(node));
    const held = new Set(scans.filter(({ owner }) => isSaid(`${owner} = (ANY \\()?(ARRAY\\[)?['$]`) || isSaid(`${owner} IS DISTINCT FROM \\$`) || conditions.some((one) => one === `(${one.match(new RegExp(owner))?.[0]} IS NULL)`)));
    // Bound to a row that is bound; what has no owner's column here is a named part of the statement, and made of such rows.
    const others = `(?!${scans.map(({ owner }) => `${owner}\\b`).join('|')})"?[\\w* ]+"?\\.\\w+`;
    for (let before = -1; before !== held.size; ) {
      before = held.size;
      for (const scan of scans.filter((one) => !held.has(one)))
        if ([others, ...[...held].map(({ owner }) => owner)].some((other) => isSaid(`${scan.owner} = ${other}`) || isSaid(`${other} = ${scan.owner}\\b`))) held.add(scan);
    }
    return [...new Set(scans.filter((one) => !held.has(one)).map(({ table }) => table))].filter((table) => !isOnPurpose(asked, table));
  }

  #scan({ 'Relation Name': table, Alias: alias, 'Node Type': type }: Plan): Scan[] {
    const column = table !== undefined && type.endsWith('Scan') ? this.ownerColumns.get(table) : undefined;
    return column === undefined ? [] : [{ table: table!, owner: `"?${escaped(alias!)}"?\\.${column}` }];
  }

  /** Undefined where it cannot be planned: a spec asked for what is not there. */
  async #plan(text: string): Promise<Plan | undefined> {
    try {
      const { rows } = await this.plans.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (GENERIC_PLAN, VERBOSE, COSTS OFF, FORMAT JSON) ${text}`);
      return rows[0]!['QUERY PLAN'][0].Plan;
    } catch (error) {
      if (error instanceof pg.DatabaseError) return undefined;
      throw error;
    }
  }
}
