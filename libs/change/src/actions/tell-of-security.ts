import type { SecurityKind } from '@inkproof/contract';
import type { Notices } from '@inkproof/notice';
import type { Tx } from '@inkproof/platform';
import { momentInWords } from '../model/change-words.js';
import type { StoredSecurity } from '../store/security-store.js';

export const securityWords: Record<'zh' | 'en', Record<SecurityKind, string>> = {
  zh: { abnormal_traffic: '流量异常', attack: '网络攻击', stolen_key: '密钥被盗用', other: '其他安全事件' },
  en: { abnormal_traffic: 'Abnormal traffic', attack: 'Attack', stolen_key: 'Stolen key', other: 'Another security matter' },
};

/** Of the provider, whoever is on duty for it. */
const onDuty = ['admin', 'operator', 'support'] as const;

/** Word of what endangers a tenant, to both sides. What was written of it stays in the ticket. */
export class TellOfSecurity {
  constructor(private readonly notices: Notices) {}

  async reported(tx: Tx, notice: StoredSecurity): Promise<void> {
    await this.#publish(tx, notice, 'security.received');
  }

  async suspected(tx: Tx, notice: StoredSecurity): Promise<void> {
    await this.#publish(tx, notice, 'security.suspected', { zh: `一分钟 ${notice.callsPerMinute} 次调用，平常约 ${rounded(notice.usualPerMinute)} 次。`, en: `${notice.callsPerMinute} calls in a minute, where about ${rounded(notice.usualPerMinute)} are usual.` });
  }

  async #publish(tx: Tx, { id, tenantId, tenant, kind, since, ticketId }: StoredSecurity, as: 'security.received' | 'security.suspected', text = { zh: '', en: '' }): Promise<void> {
    const values = (language: 'zh' | 'en'): Record<string, string> => ({ title: securityWords[language][kind], tenant: tenant.name, since: momentInWords(since), text: text[language] });
    const notice = { kind: as, subject: id, values: { zh: values('zh'), en: values('en') } };
    await this.notices.publish(tx, { ...notice, once: `${id}:tenant`, audience: { tenants: [tenantId] }, link: '/changes/security' });
    await this.notices.publish(tx, { ...notice, once: `${id}:provider`, audience: { staff: onDuty }, link: ticketId ? `/admin/tickets/${ticketId}` : '/admin/changes/security' });
  }
}

const rounded = (number: number | null): number => Math.round((number ?? 0) * 10) / 10;
