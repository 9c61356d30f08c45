import type { FilingVersion } from '@inkproof/contract';
import { Facts } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** What a version says beside its text. */
export const FilingFacts = ({ of: version }: { of: FilingVersion }) => {
  const t = useTranslations('filings');
  const none = t('notSaid');
  const list = (words: string[]) => (words.length ? words.join(t('comma')) : none);
  return (
    <Facts
      entries={[
        [t('element.categories'), list(version.categories.map((category) => t(`category.${category}`)))],
        [t('element.purpose'), version.purpose ?? none],
        [t('element.method'), version.method ?? none],
        [t('element.media'), list(version.media.map((medium) => t(`medium.${medium}`)))],
        [t('element.identity_binding'), version.identity_binding ?? none],
        [t('element.retention_days'), version.retention_days === null ? none : t('days', { count: version.retention_days })],
        [t('element.language'), version.language === 'zh-CN' || version.language === 'en' ? t(`language.${version.language}`) : (version.language ?? none)],
        [t('element.effective_on'), version.effective_on ?? none],
        version.ends_on ? [t('element.ends_on'), version.ends_on] : null,
        [t('element.controller_name'), version.controller_name ?? none],
        [t('element.controller_contact'), version.controller_contact ?? none],
        [t('element.rights'), version.rights ?? none],
        [t('minors'), t(version.concerns_minors ? 'yes' : 'no')],
      ]}
    />
  );
};
