'use client';
import { Button, saveFile } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { ShownOnce } from '../secret/shown-once';

/** The ten codes, this once: to copy, to save, or to write down. */
export const RecoveryCodesShown = ({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) => {
  const t = useTranslations('security');
  const text = codes.join('\n');
  return (
    <ShownOnce title={t('codesReady')} lede={t('codesReadyBody')} label={t('codes')} secret={text} entries={[]} tick={t('codesStored')} lost={t('codesLost')} onDone={onDone}>
      <Button size="s" icon="download" onClick={() => saveFile('inkproof-recovery-codes.txt', `${text}\n`, 'text/plain')}>
        {t('codesSave')}
      </Button>
    </ShownOnce>
  );
};
