'use client';
import { api } from '@inkproof/contract';
import { Button, Dialog, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { RecoveryCodesShown } from './recovery-codes-shown';

const FEW = 3;

/** How many codes are left, and new ones for whoever used or lost them. */
export const RecoveryCodes = ({ left }: { left: number }) => {
  const t = useTranslations('security');
  const common = useTranslations('common');
  const router = useRouter();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => {
    setAsking(false);
    forget();
  };
  const draw = async () => {
    if (await send(async () => setCodes((await browserApi(api.factors.drawRecoveryCodes)).recovery_codes))) close();
  };
  const done = () => {
    setCodes(null);
    router.refresh();
  };
  return (
    <Section
      title={t('codes')}
      aside={
        <Button icon="again" onClick={() => setAsking(true)}>
          {t('draw')}
        </Button>
      }
    >
      <div className="sx-codes">
        <p className="sub s13">{t('codesBody')}</p>
        <p className={left <= FEW ? 'zhe' : 'sub'}>{t.rich('codesLeft', { count: left, n: (words) => <span className="sx-left">{words}</span> })}</p>
      </div>
      {asking ? (
        <Dialog
          open
          locked={busy}
          onClose={close}
          title={t('drawTitle')}
          footer={
            <>
              <Button onClick={close} blocked={busy}>
                {common('cancel')}
              </Button>
              <Button tone="ink" busy={busy} onClick={() => void draw()}>
                {t(busy ? 'drawing' : 'drawDo')}
              </Button>
            </>
          }
        >
          <p className="sub s13">{t('drawBody')}</p>
          {problem ? (
            <div className="mt-4">
              <ProblemBar problem={problem} />
            </div>
          ) : null}
        </Dialog>
      ) : null}
      {codes ? <RecoveryCodesShown codes={codes} onDone={done} /> : null}
    </Section>
  );
};
