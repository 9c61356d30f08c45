import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, callForms, type CallQuery, type ExplainedCall, type LedgerCall, type Statement } from '@inkproof/contract';
import { ActingBy, CalledByPerson, CalledByTenant, SupportAccesses, type PersonCaller, type TenantCaller } from '@inkproof/identity';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Request, Response } from 'express';
import { once } from 'node:events';
import { IssueStatement } from '../actions/issue-statement.js';
import { ReadCalls } from '../actions/read-calls.js';
import { callsCsvHead, callsCsvRows } from '../model/calls-csv.js';
import { spanOf } from '../model/span.js';

interface CallPage {
  items: LedgerCall[];
  next_cursor: string | null;
}

/** The ledger call by call, and the statement of a month. */
@Controller()
export class LedgerController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadCalls) private readonly readCalls: ReadCalls,
    @Inject(IssueStatement) private readonly issueStatement: IssueStatement,
    @Inject(SupportAccesses) private readonly accesses: SupportAccesses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.ledger.calls)
  async calls(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.ledger.calls.query) asked: CallQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const wantsCsv = asked.format === 'csv' || (asked.format === undefined && request.accepts([callForms.json, callForms.csv]) === callForms.csv);
    if (wantsCsv) return this.#sendCsv(tenantId, asked, response);
    response.json(await this.#page((work) => this.database.asTenant(tenantId, work), tenantId, asked));
  }

  @Answers(api.ledger.call)
  call(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.ledger.call.params) { id }: { id: Id<'use'> }): Promise<ExplainedCall> {
    return this.database.asTenant(tenantId, (tx) => this.readCalls.explain(tx, tenantId, id, false));
  }

  @Answers(api.ledger.statement)
  statement(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.ledger.statement.params) { month }: { month: string }): Promise<Statement> {
    return this.issueStatement.for(tenantId, month);
  }

  @Answers(api.adminLedger.calls)
  callsOf(@Given.params(api.adminLedger.calls.params) { id }: { id: Id<'ten'> }, @Given.query(api.adminLedger.calls.query) asked: CallQuery, @CalledByPerson() { personId }: PersonCaller, @ActingBy() by: Actor): Promise<CallPage> {
    return this.#page((work) => this.accesses.lookInto(id, { what: 'calls' }, personId, by, work), id, asked);
  }

  @Answers(api.adminLedger.call)
  callOf(@Given.params(api.adminLedger.call.params) { id, call }: { id: Id<'ten'>; call: Id<'use'> }, @CalledByPerson() { personId }: PersonCaller, @ActingBy() by: Actor): Promise<ExplainedCall> {
    return this.accesses.lookInto(id, { what: 'call', target: call }, personId, by, (tx) => this.readCalls.explain(tx, id, call, true));
  }

  async #page(seen: Parameters<ReadCalls['page']>[0], tenantId: Id<'ten'>, { cursor, limit, format: _, ...asked }: CallQuery): Promise<CallPage> {
    const { items, nextCursor } = await this.readCalls.page(seen, tenantId, asked, { cursor, limit });
    return { items, next_cursor: nextCursor };
  }

  /** Written as it is read: a year of calls does not fit into memory. */
  async #sendCsv(tenantId: Id<'ten'>, { cursor: _cursor, limit: _limit, format: _format, ...asked }: CallQuery, response: Response): Promise<void> {
    const { from, to } = spanOf(asked, this.clock.now());
    response.set({ 'Content-Type': `${callForms.csv}; charset=utf-8`, 'Content-Disposition': `attachment; filename="inkproof-calls-${from}-${to}.csv"` });
    response.write(callsCsvHead);
    for await (const some of this.readCalls.all((work) => this.database.asTenant(tenantId, work), tenantId, asked)) {
      if (response.destroyed) return;
      if (!response.write(callsCsvRows(some))) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  }
}
