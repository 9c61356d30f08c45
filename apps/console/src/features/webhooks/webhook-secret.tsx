'use client';
import type { WebhookWithSecret } from '@inkproof/contract';
import { CodeBlock } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { ShownOnce } from '../secret/shown-once';
import { checkSample } from './check-sample';

/** The signing secret, this once, and how a receiver checks with it. */
export const WebhookSecret = ({ webhook, title, onDone }: { webhook: WebhookWithSecret; title: string; onDone: () => void }) => {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  return (
    <ShownOnce
      title={title}
      lede={t('secretBody')}
      label={t('secretLabel')}
      secret={webhook.secret}
      entries={[
        [t('column.label'), webhook.label],
        [t('column.address'), <span key="url" className="wh-u">{webhook.url}</span>],
      ]}
      tick={t('stored')}
      lost={t('lost')}
      onDone={onDone}
    >
      <CodeBlock label={t('check')} samples={[{ name: 'Node.js', code: checkSample }]} words={{ copy: common('copy'), copied: common('copied') }} />
    </ShownOnce>
  );
};
