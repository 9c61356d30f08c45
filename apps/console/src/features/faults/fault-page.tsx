'use client';
import { Button, SealMark } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { readDigest } from './page-problem';
import { ProblemNotice } from './problem-notice';

interface FaultProps {
  error: Error & { digest?: string };
  retry: () => void;
}

const Fault = ({ error, retry }: FaultProps) => {
  const t = useTranslations('faults');
  return (
    <ProblemNotice
      as="h1"
      problem={readDigest(error.digest)}
      actions={
        <Button tone="ink" icon="again" onClick={retry}>
          {t('retry')}
        </Button>
      }
    />
  );
};

/** The error page inside the shell: what the API refused, or a fault of ours with the number it is logged under. */
export const FaultPage = (fault: FaultProps) => (
  <main className="main">
    <Fault {...fault} />
  </main>
);

/** The same where not even the shell could be drawn. */
export const BareFaultPage = (fault: FaultProps) => (
  <main className="fault-page">
    <SealMark size={40} label={useTranslations('common')('product')} />
    <Fault {...fault} />
  </main>
);
