'use client';
import { api, type NoticeDelivery } from '@inkproof/contract';
import { Button, saveFile, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** Saves a notice as it was mailed, byte for byte. */
export const OpenMessage = ({ id }: Pick<NoticeDelivery, 'id'>) => {
  const t = useTranslations('notices');
  const say = useToast();
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const open = async () => {
    const opened = await send(async () => {
      const { name, media_type: type, base64 } = await browserApi(api.adminNotices.message, { params: { id } });
      saveFile(name, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)), type);
    });
    if (opened) say(t('saved'));
  };
  return (
    <Button size="s" busy={busy} onClick={() => void open()}>
      {t('original')}
    </Button>
  );
};
