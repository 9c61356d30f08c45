'use client';
import { api, type IssuedKey } from '@inkproof/contract';
import { Button, CodeBlock } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ShownOnce } from '../secret/shown-once';
import { IssueKeyDialog } from './issue-key-dialog';

/** From the button to the secret in the hands of whoever asked for it. */
export const IssueKey = ({ apiUrl }: { apiUrl: string }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    setIssued(null);
    router.refresh();
    // What had the focus before the secret was the form, which is gone by now.
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} tone="ink" icon="plus" onClick={() => setAsking(true)}>
        {t('issue')}
      </Button>
      {asking ? (
        <IssueKeyDialog
          onClose={() => setAsking(false)}
          issue={async (body) => {
            setIssued(await browserApi(api.keys.issue, { body }));
            setAsking(false);
          }}
        />
      ) : null}
      {issued ? (
        <ShownOnce
          title={t('issued')}
          lede={t('issuedBody')}
          label={t('secretLabel')}
          secret={issued.secret}
          entries={[
            [t('column.name'), issued.label],
            [t('column.environment'), t(`environment.${issued.environment}`)],
          ]}
          tick={t('stored')}
          lost={t('lost')}
          onDone={done}
        >
          <CodeBlock
            label={t('try')}
            samples={[{ name: t('try'), code: `curl ${apiUrl}/v1/limits \\\n  -H "Authorization: Bearer $INKPROOF_KEY"` }]}
            words={{ copy: common('copy'), copied: common('copied') }}
          />
        </ShownOnce>
      ) : null}
    </>
  );
};
