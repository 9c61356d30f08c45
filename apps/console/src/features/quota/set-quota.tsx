'use client';
import { api } from '@inkproof/contract';
import { Button, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { SetQuotaDialog } from './set-quota-dialog';

type TenantId = `ten_${string}`;

/** Opens the dialog, and says what became of it. */
export const SetQuota = ({ tenantId, now }: { tenantId: TenantId; now: number }) => {
  const t = useTranslations('quota');
  const router = useRouter();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="s" onClick={() => setAsking(true)}>
        {t('set')}
      </Button>
      {asking ? (
        <SetQuotaDialog
          now={now}
          onClose={() => setAsking(false)}
          set={async (body) => {
            const { term } = await browserApi(api.quota.open, { params: { id: tenantId }, body });
            setAsking(false);
            say(t(!term ? 'setAsked' : term.state === 'scheduled' ? 'setLater' : 'setNow'));
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
};
