import type { NoticeSetting } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';

type Language = 'zh' | 'en';

const settingWords: Record<Language, Record<NoticeSetting, string>> = {
  zh: { callback_host: '回调地址', allowed_addresses: '来源 IP 名单', qps_need: 'QPS 需求', key_purpose: '密钥用途', retention: '结果保存', model_version: '识别引擎与版本', volume_forecast: '用量预估' },
  en: { callback_host: 'callback host', allowed_addresses: 'allowed addresses', qps_need: 'QPS need', key_purpose: 'purpose of a key', retention: 'keeping of results', model_version: 'reader and version', volume_forecast: 'volume forecast' },
};

/** The settings a notice is about, in words. */
export const wordsOf = (settings: readonly NoticeSetting[], language: Language): string => settings.map((setting) => settingWords[language][setting]).join(language === 'zh' ? '、' : ', ');

const MINUTES_END_AT = 16;

/** A moment as people of the agreement read it: to the minute, in Asia/Shanghai. */
export const momentInWords = (at: Date): string => `${shanghaiDay(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, MINUTES_END_AT)} UTC+8`;
