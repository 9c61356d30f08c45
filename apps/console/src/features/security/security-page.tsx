import './security.css';
import type { FactorList, OpenSession } from '@inkproof/contract';
import { Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { Factors } from './factor-list';
import { RecoveryCodes } from './recovery-codes';
import { Sessions } from './session-list';

/** How a person shows who they are, and where they are signed in. The same on both sides. */
export const SecurityPage = ({ factors, sessions }: { factors: FactorList; sessions: readonly OpenSession[] }) => {
  const t = useTranslations('security');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} />
      <Factors items={factors.items} passkeys={factors.passkeys} />
      {factors.items.length ? <RecoveryCodes left={factors.recovery_codes_left} /> : null}
      <Sessions sessions={sessions} />
    </main>
  );
};
