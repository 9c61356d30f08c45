'use client';
import { api, type OpenedTenant } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ShownOnce } from '../secret/shown-once';
import { OpenTenantDialog } from './open-tenant-dialog';

/** From the button to the owner's first password, which somebody has to hand over. */
export const OpenTenant = () => {
  const t = useTranslations('admin.tenants');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<OpenedTenant | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    setOpened(null);
    router.refresh();
    // What had the focus before the secret was the form, which is gone by now.
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} tone="ink" icon="plus" onClick={() => setAsking(true)}>
        {t('open')}
      </Button>
      {asking ? (
        <OpenTenantDialog
          onClose={() => setAsking(false)}
          open={async (body) => {
            setOpened(await browserApi(api.admin.openTenant, { body }));
            setAsking(false);
          }}
        />
      ) : null}
      {opened ? (
        <ShownOnce
          title={t('openedTitle')}
          lede={t('openedBody')}
          label={t('passwordLabel')}
          secret={opened.owner.initial_password}
          entries={[
            [t('name'), opened.tenant.name],
            [t('ownerEmail'), opened.owner.email],
            [t('quota'), t('perSecond', { count: opened.tenant.requests_per_second })],
          ]}
          tick={t('handedOver')}
          lost={t('lost')}
          onDone={done}
        />
      ) : null}
    </>
  );
};
