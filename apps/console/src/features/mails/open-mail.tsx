'use client';
import { api, type Mail, type MailLetter } from '@inkproof/contract';
import { Button, Dialog } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

const LINK = /(https?:\/\/\S+)/;

/** Shows what a mail says, where nothing could send it. */
export const OpenMail = ({ id }: Pick<Mail, 'id'>) => {
  const t = useTranslations('mails');
  const common = useTranslations('common');
  const [letter, setLetter] = useState<MailLetter | null>(null);
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const open = () => void send(async () => setLetter(await browserApi(api.mails.open, { params: { id } })));
  return (
    <>
      <Button size="s" busy={busy} onClick={open}>
        {t(busy ? 'reading' : 'read')}
      </Button>
      {letter ? (
        <Dialog
          open
          onClose={() => setLetter(null)}
          title={letter.subject}
          footer={
            <>
              <span className="left dim s13">{t('noted')}</span>
              <Button tone="ink" onClick={() => setLetter(null)}>
                {common('close')}
              </Button>
            </>
          }
        >
          <p className="ml-t">
            {letter.text.split(LINK).map((part, at) =>
              at % 2 ? (
                <a key={part} className="link" href={part}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </Dialog>
      ) : null}
    </>
  );
};
