import { components, type ComponentName, type MaintenanceImpact } from '@inkproof/contract';
import type { Content } from './content.js';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const minute = (moment: Date): string => moment.toISOString().slice(0, 16).replace('T', ' ');
/** In both zones, so that nobody has to reckon. */
const inBothZones = (moment: Date): string => `${minute(new Date(moment.getTime() + SHANGHAI_OFFSET_MS))} UTC+8 (${minute(moment)} UTC)`;

const words = {
  zh: { kind: { planned: '计划维护', emergency: '紧急维护' }, impact: { none: '', degraded: '性能下降', unavailable: '不可用' }, of: (name: string, impact: string) => `${name}（${impact}）`, joint: '、' },
  en: { kind: { planned: 'Planned', emergency: 'Emergency' }, impact: { none: '', degraded: 'degraded', unavailable: 'unavailable' }, of: (name: string, impact: string) => `${name} (${impact})`, joint: ', ' },
} as const;

export type ComponentTitles = Readonly<Record<string, { zh: string; en: string }>>;

const say = (language: 'zh' | 'en', { kind, impacts, startsAt, endsAt, reason, ...content }: Content, titles: ComponentTitles, added: string | undefined): Record<string, string> => {
  const { kind: kinds, impact, of, joint } = words[language];
  const touched = components.filter((name: ComponentName) => impacts[name] !== 'none');
  return {
    title: language === 'zh' ? content.titleZh : content.titleEn,
    ...(added !== undefined && { words: added }),
    text: language === 'zh' ? content.textZh : content.textEn,
    kind: kinds[kind],
    components: touched.map((name) => of(titles[name]?.[language] ?? name, impact[impacts[name] as MaintenanceImpact])).join(joint),
    start: inBothZones(startsAt),
    end: inBothZones(endsAt),
    ...(reason !== null && { reason }),
  };
};

/** What a message says of a window, in both languages. `added` is what was said with the act. */
export const messageOf = (content: Content, titles: ComponentTitles, added?: string): Record<'zh' | 'en', Record<string, string>> => ({ zh: say('zh', content, titles, added), en: say('en', content, titles, added) });
