import './changes.css';
import type { ApiKey, EarliestChange, Webhook } from '@inkproof/contract';
import { Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { FileChange } from './file-change';

/** Notice of a change, from the key or webhook it is about to the day on which it takes effect. */
export const NewChangePage = ({ earliest, keys, webhooks, asked, whose }: { earliest: EarliestChange; keys: readonly ApiKey[]; webhooks: readonly Webhook[]; asked: string | undefined; whose: string }) => {
  const t = useTranslations('changes');
  const usable = keys.filter(({ state }) => state === 'active' || state === 'retiring');
  return (
    <main className="main">
      <Mast title={t('new')} lede={t('newLede')} />
      <FileChange earliest={earliest} subjects={{ keys: usable, webhooks }} asked={asked} whose={whose} />
    </main>
  );
};
