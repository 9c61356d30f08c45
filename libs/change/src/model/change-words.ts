import { DOOR_DAYS, type NoticeSetting } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';

type Language = 'zh' | 'en';
export type InBoth = Record<Language, string>;

const settingWords: Record<Language, Record<NoticeSetting, string>> = {
  zh: { callback_host: '回调地址', allowed_addresses: '来源 IP 名单', qps_need: 'QPS 需求', key_purpose: '密钥用途', retention: '结果保存', model_version: '识别引擎与版本', volume_forecast: '用量预估' },
  en: { callback_host: 'callback host', allowed_addresses: 'allowed addresses', qps_need: 'QPS need', key_purpose: 'purpose of a key', retention: 'keeping of results', model_version: 'reader and version', volume_forecast: 'volume forecast' },
};

/** The settings a notice is about, in words. */
export const wordsOf = (settings: readonly NoticeSetting[], language: Language): string => settings.map((setting) => settingWords[language][setting]).join(language === 'zh' ? '、' : ', ');

/** Why a notice lapsed, by where it stood. */
export const lapsedBecause = (was: 'filed' | 'due'): InBoth =>
  was === 'filed' ? { zh: '缩短期限的请求到期未获答复，变更没有进行。需要时请重新提交。', en: 'Nobody answered its request to be let off the five working days, so nothing was changed. File it again if it is still wanted.' } : { zh: `到期后 ${DOOR_DAYS} 天内没有执行，变更没有进行。需要时请重新提交。`, en: `Nobody made it within ${DOOR_DAYS} days of its instant, so nothing was changed. File it again if it is still wanted.` };

/** What a tenant has to do whose change the platform cannot make. */
export const yoursToMake: InBoth = { zh: `请在 ${DOOR_DAYS} 天内执行，并在通知页面上注明已完成。`, en: `Make it within ${DOOR_DAYS} days, and say on the page of the notice that you did.` };

const MINUTES_END_AT = 16;

/** A moment as people of the agreement read it: to the minute, in Asia/Shanghai. */
export const momentInWords = (at: Date): string => `${shanghaiDay(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, MINUTES_END_AT)} UTC+8`;
