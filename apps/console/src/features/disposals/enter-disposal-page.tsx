import './disposals.css';
import type { MediaDisposal } from '@inkproof/contract';
import { Bar, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { DisposalForm } from './disposal-form';

/** Entering a medium, or entering it anew because an entry was wrong. */
export const EnterDisposalPage = ({ wrong }: { wrong: MediaDisposal | null }) => {
  const t = useTranslations('disposals');
  return (
    <main className="main">
      <Mast title={t(wrong ? 'correct' : 'enter')} lede={t('enterLede')} />
      {wrong ? <Bar title={t('correcting', { make: wrong.make, serial: wrong.serial })}>{t('correctingBody')}</Bar> : null}
      <DisposalForm wrong={wrong} />
    </main>
  );
};
