import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type SecurityNotice, type SecurityReport } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { pageOf } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { ReportSecurity } from '../actions/report-security.js';
import { SecurityStore, type StoredSecurity } from '../store/security-store.js';
import { showSecurity } from './show-security.js';

interface Asked {
  cursor?: string;
  limit: number;
}

interface Shown {
  items: SecurityNotice[];
  next_cursor: string | null;
}

const shown = (rows: StoredSecurity[], limit: number): Shown => {
  const { items, nextCursor } = pageOf(rows, limit);
  return { items: items.map(showSecurity), next_cursor: nextCursor };
};

@Controller()
export class SecurityController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SecurityStore) private readonly notices: SecurityStore,
    @Inject(ReportSecurity) private readonly reporting: ReportSecurity,
  ) {}

  @Answers(api.securityNotices.report)
  async report(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.securityNotices.report.body) report: SecurityReport, @ActingBy() by: Actor): Promise<SecurityNotice> {
    return showSecurity(await this.reporting.for(tenantId, report, by));
  }

  @Answers(api.securityNotices.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.securityNotices.list.query) { cursor, limit }: Asked): Promise<Shown> {
    return shown(await this.database.asTenant(tenantId, (tx) => this.notices.list(tx, { tenantId, beyond: cursor, size: limit + 1 })), limit);
  }

  @Answers(api.adminSecurityNotices.list)
  async ofAll(@Given.query(api.adminSecurityNotices.list.query) { cursor, limit }: Asked): Promise<Shown> {
    return shown(await this.database.asProvider((tx) => this.notices.list(tx, { beyond: cursor, size: limit + 1 })), limit);
  }
}
