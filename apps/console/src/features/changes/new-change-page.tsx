import './changes.css';
import type { ApiKey, EarliestChange, Webhook } from '@inkproof/contract';
import { Bar, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { FileChange } from './file-change';

interface NewChangePageProps {
  earliest: EarliestChange;
  keys: readonly ApiKey[];
  webhooks: readonly Webhook[];
  /** Whether maintenance keeps some of them from being listed. */
  isAway: boolean;
  asked: string | undefined;
  whose: string;
}

/** Notice of a change, from the key or webhook it is about to the day on which it takes effect. */
export const NewChangePage = ({ earliest, keys, webhooks, isAway, asked, whose }: NewChangePageProps) => {
  const t = useTranslations('changes');
  const usable = keys.filter(({ state }) => state === 'active' || state === 'retiring');
  return (
    <main className="main">
      <Mast title={t('new')} lede={t('newLede')} />
      {isAway ? (
        <div className="ch-away">
          <Bar tone="zhe">{t('away')}</Bar>
        </div>
      ) : null}
      <FileChange earliest={earliest} subjects={{ keys: usable, webhooks }} asked={asked} whose={whose} />
    </main>
  );
};
