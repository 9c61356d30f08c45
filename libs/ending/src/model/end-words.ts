import { READABLE_DAYS } from '@inkproof/contract';
import { shanghaiTime } from '@inkproof/kernel';
import type { ServiceEnding } from './service-end.js';

type Language = 'zh' | 'en';
type Kind = 'service.ending' | 'service.ending_soon' | 'service.ended' | 'service.continues';

/** Where in the console what is a tenant's own is fetched. */
const exports: Record<Language, string> = {
  zh: '请在此之前导出需要保留的数据：识别结果（/recognitions）、任务结果（/jobs）、用量与账目 CSV（/usage）、授权文本报备（/filings）、审计日志（/audit）、工单（/tickets）、删除证明（/retention）。',
  en: 'Fetch what you want to keep before then: results (/recognitions), results of jobs (/jobs), usage and calls as CSV (/usage), filed texts (/filings), the audit log (/audit), tickets (/tickets), certificates of deletion (/retention).',
};

const becomes: Record<Language, string> = {
  zh: `最后服务日结束后，密钥即被拒绝；未受保存期限或法律保全约束的数据将被删除，无法复原。成员在其后 ${READABLE_DAYS} 天内仍可登录，只能查看和领取证明。`,
  en: `Once the last day is over keys are refused, and what no period and no hold keeps is erased and cannot be restored. Members may sign in for ${READABLE_DAYS} days more, only to read and to fetch certificates.`,
};

const text: Record<Kind, Record<Language, string[]>> = {
  'service.ending': { zh: [becomes.zh, exports.zh], en: [becomes.en, exports.en] },
  'service.ending_soon': { zh: [becomes.zh, exports.zh], en: [becomes.en, exports.en] },
  'service.ended': {
    zh: ['服务已终止，密钥不再有效。可以删除的数据正在删除，完成后签发返还或删除证明；依法律、协议或法律保全留存的，到期后删除。'],
    en: ['The service has ended, and keys open nothing any more. What may be erased is being erased; the statement of return or deletion is issued when that is done. What law, agreement or a hold keeps goes when that is over.'],
  },
  'service.continues': { zh: ['服务终止已撤回，一切照旧。'], en: ['The end of the service was taken back. Everything goes on as before.'] },
};

const side: Record<ServiceEnding['side'], Record<Language, string>> = { tenant: { zh: '甲方', en: 'the tenant' }, provider: { zh: '乙方', en: 'the provider' } };

/** What a notice of an end says, in one language. */
const valuesIn = (language: Language, kind: Kind, { side: by, lastDay, endsAt, reason }: ServiceEnding, tenant: string): Record<string, string> => {
  const [first, second = ''] = text[kind][language];
  return { title: lastDay, tenant, ended_by: side[by][language], end: `${shanghaiTime(endsAt)} UTC+8`, reason: reason ?? '', text: first!, exports: second };
};

export const endWords = (kind: Kind, ending: ServiceEnding, tenant: string): Record<Language, Record<string, string>> => ({ zh: valuesIn('zh', kind, ending, tenant), en: valuesIn('en', kind, ending, tenant) });
