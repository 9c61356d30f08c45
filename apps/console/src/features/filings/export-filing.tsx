import { Button, Section, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { HowToVerify } from '../verifying/how-to-verify';

interface ExportFilingProps {
  /** Where it is fetched from. */
  address: string;
  /** In Asia/Shanghai. */
  today: string;
  /** Whoever looks at another's filing says why. */
  asksWhy?: boolean;
}

/** Everything about the filing on a day, as one file. It works without a script: the answer is a download. */
export const ExportFiling = ({ address, today, asksWhy = false }: ExportFilingProps) => {
  const t = useTranslations('filings.export');
  return (
    <Section title={t('title')}>
      <p className="s13 sub">{t(asksWhy ? 'ledeStaff' : 'lede')}</p>
      <form className="fl-x mt-4" action={address}>
        <input type="hidden" name="format" value="zip" />
        <TextField label={t('day')} name="on" type="date" defaultValue={today} max={today} required />
        {asksWhy ? <TextField label={t('why')} hint={t('whyHint')} name="reason" maxLength={500} required autoComplete="off" /> : null}
        <Button type="submit" tone="ink" icon="download">
          {t('take')}
        </Button>
      </form>
      <HowToVerify file="*.zip" isWhole />
    </Section>
  );
};
