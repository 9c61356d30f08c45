'use client';
import type { IssuedKey } from '@inkproof/contract';
import { CodeBlock } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { ShownOnce } from '../secret/shown-once';

/** The secret of a key, this once, and a call to try it with. */
export const KeySecret = ({ issued, title, apiUrl, onDone }: { issued: IssuedKey; title: string; apiUrl: string; onDone: () => void }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  return (
    <ShownOnce
      title={title}
      lede={t('issuedBody')}
      label={t('secretLabel')}
      secret={issued.secret}
      entries={[
        [t('column.name'), issued.label],
        [t('column.environment'), t(`environment.${issued.environment}`)],
      ]}
      tick={t('stored')}
      lost={t('lost')}
      onDone={onDone}
    >
      <CodeBlock label={t('try')} samples={[{ name: t('try'), code: `curl ${apiUrl}/v1/capabilities \\\n  -H "Authorization: Bearer $INKPROOF_KEY"` }]} words={{ copy: common('copy'), copied: common('copied') }} />
    </ShownOnce>
  );
};
