import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { canonical, keyLine, type EntryStore, type ProveEntries, type Seals, type SealStore } from '@inkproof/audit';
import { auditActionNames, type FilingExport } from '@inkproof/contract';
import type { Database, Run } from '@inkproof/platform';
import { showCertificate, type CertificateStore } from '@inkproof/retention';
import type { DayScope, FilingDayStore, Lines } from '../store/filing-day-store.js';
import type { Asking } from '../store/filing-store.js';
import type { GatheredFiling } from './gather-filing.js';
import type { IssueReceipt } from './issue-receipt.js';
import { printFilingExport } from './print-filing-export.js';
import { howToVerify } from './how-to-verify.js';
import { packZip, type Content } from './pack-zip.js';
import { verifierPrograms } from './verifier-programs.js';

const LINES_AT_ONCE = 5_000;
const FOREVER = new Date('9999-12-31T00:00:00Z');

const filingActs = auditActionNames.filter((name) => /^(filing|inspection)\./.test(name));

/** What was put in, by name, as the manifest signs it. */
interface Noted {
  name: string;
  bytes: number;
  sha256: string;
  /** Of a list. */
  lines: number | null;
}

/** Made when its turn comes, so that the first bytes do not wait for the last. */
async function* once(make: () => string | Uint8Array | Promise<string | Uint8Array>): Content {
  yield await make();
}

/** A ZIP of everything about a filing on a day. Lists are read and sent page by page; what went in is noted on its way and signed at the end. */
export class BundleFiling {
  constructor(
    private readonly database: Database,
    private readonly days: FilingDayStore,
    private readonly receipts: IssueReceipt,
    private readonly certificates: CertificateStore,
    private readonly entries: EntryStore,
    private readonly sealStore: SealStore,
    private readonly seals: Seals,
    private readonly prove: ProveEntries,
  ) {}

  async stream(asking: Asking, gathered: GatheredFiling, shown: FilingExport): Promise<Readable> {
    const { scope } = gathered;
    const keys = await this.database.changeAsProvider((run) => this.sealStore.keys(run));
    const files = new Map<string, Content>([
      ['README.txt', once(() => howToVerify(shown))],
      ['export.json', once(() => JSON.stringify(shown, null, 2))],
      ['summary.pdf', once(() => printFilingExport(shown))],
      ['authorizations.ndjson', this.#authorisations(scope)],
      ['calls.ndjson', this.#paged(scope, { at: '-infinity', id: '' }, (run, after) => this.days.callLines(run, scope, after, LINES_AT_ONCE))],
      ['findings.ndjson', this.#paged(scope, '', (run, after) => this.days.findingLines(run, scope, after, LINES_AT_ONCE))],
    ]);
    for (const { version } of gathered.views) if (version.acceptedAt) files.set(`receipts/${version.id}.json`, once(async () => JSON.stringify(await this.receipts.for(asking, version.id, scope.filingId), null, 2)));
    for (const { deletion } of shown.erased) {
      const stored = await this.#run(scope, (run) => this.certificates.of(run, scope.tenantId, deletion));
      if (stored) files.set(`certificates/${stored.id}.json`, once(() => JSON.stringify(showCertificate(stored, keys.find(({ id }) => id === stored.key)?.publicKey), null, 2)));
    }
    for (const [name, read] of verifierPrograms()) files.set(name, once(read));
    files.set('audit.ndjson', this.#audit(scope, shown));
    files.set('keys.json', once(() => JSON.stringify({ keys: keys.map(keyLine) }, null, 2)));
    return this.#pack(files, shown);
  }

  #pack(files: ReadonlyMap<string, Content>, { tenant, filing, day, made_at }: FilingExport): Readable {
    const noted: Noted[] = [];
    const content = [...files].map(([name, made]) => [name, this.#noting(name, made, noted)] as const);
    const manifest = this.#manifest({ v: 1, kind: 'filing_export', tenant: tenant.id, filing: filing.id, day, made_at }, noted);
    return Readable.from(packZip([...content, ['manifest.json', manifest]], new Date(made_at)));
  }

  async *#noting(name: string, content: Content, noted: Noted[]): Content {
    const [digest, isList] = [createHash('sha256'), name.endsWith('.ndjson')];
    let [bytes, lines] = [0, 0];
    for await (const some of content) {
      const piece = Buffer.from(some);
      digest.update(piece);
      bytes += piece.length;
      if (isList) for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
      if (piece.length > 0) yield piece;
    }
    noted.push({ name, bytes, sha256: digest.digest('hex'), lines: isList ? lines : null });
  }

  /** Is asked for its content last, when everything else was noted. */
  async *#manifest(about: object, noted: readonly Noted[]): Content {
    const { said: manifest, signature } = await this.seals.signAs('bundle', (key) => ({ ...about, files: noted, key }));
    yield canonical({ manifest, signature });
  }

  async *#authorisations(scope: DayScope): Content {
    for (const version of scope.versions) yield* this.#paged(scope, '', (run, after) => this.days.authorisationLines(run, scope, version, after, LINES_AT_ONCE));
  }

  async *#paged<Place>(scope: DayScope, first: Place, page: (run: Run, after: Place) => Promise<Lines<Place>>): Content {
    for (let after: Place | undefined = first; after !== undefined; ) {
      const place: Place = after;
      const { text, next } = await this.#run(scope, (run) => page(run, place));
      yield text;
      after = next;
    }
  }

  /** What was done about the filing and its samples until the end of the day, what was withdrawn on it, and what was certified since. */
  async *#audit(scope: DayScope, { inspections, erased }: FilingExport): Content {
    const { tenantId, filingId, versions, until } = scope;
    const about = (actions: readonly string[], targets: readonly string[], before: Date) => this.#run(scope, (run) => this.entries.about(run, tenantId, { actions, targets, before }));
    const found = [
      await about(filingActs, [filingId, ...versions.map(({ id }) => id), ...inspections.map(({ id }) => id)], until),
      await about(['authorization.withdrawn'], await this.#run(scope, (run) => this.days.withdrawn(run, scope)), FOREVER),
      await about(['deletion.certified'], erased.map(({ deletion }) => deletion), FOREVER),
    ];
    await this.seals.current(tenantId);
    yield* this.prove.lines(tenantId, [...new Set(found.flat())].sort((one, other) => one - other));
  }

  #run<Result>({ tenantId }: DayScope, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.database.changeAsTenant(tenantId, work);
  }
}
