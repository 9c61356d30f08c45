import type { RetentionRule } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';

/** What came with the install cites in Chinese; each citation has its words in the catalogues. */
const citations = {
  '三.1(5)': 'agreementFive',
  '《个人信息保护法》第五十六条': 'informationLaw',
  '《网络安全法》第二十三条第三项': 'networkLaw',
  '《民法典》第一百八十八条': 'civilCode',
} as const;

const isCitation = (source: string): source is keyof typeof citations => source in citations;

/** The clause, article or reason that a period rests on. */
export const PeriodSource = ({ source }: Pick<RetentionRule, 'source'>) => {
  const t = useTranslations('retention.citation');
  const locale = useLocale();
  return isCitation(source) && locale !== 'zh-CN' ? <span>{t(citations[source])}</span> : <span>{source}</span>;
};
