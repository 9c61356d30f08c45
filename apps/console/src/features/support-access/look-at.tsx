'use client';
import { api, type SupportAccess } from '@inkproof/contract';
import { Button, Dialog, Facts } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { momentOf } from '../../words/moments';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

interface Seen {
  keys: [string, string][];
  recognitions: [string, string][];
}

/** One look at the tenant's data, under an access of one's own that runs. It is written into the tenant's log before it is shown. */
export const LookAt = ({ id }: Pick<SupportAccess, 'id'>) => {
  const t = useTranslations('supportAccess');
  const common = useTranslations('common');
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = () =>
    send(async () => {
      const params = { id };
      const [keys, recognitions] = await Promise.all([browserApi(api.adminSupport.keys, { params }), browserApi(api.adminSupport.recognitions, { params })]);
      setSeen({
        keys: keys.items.map(({ hint, label }) => [`${hint}…`, label]),
        recognitions: recognitions.items.map(({ created_at: at, pages, duration_ms: duration }) => [momentOf(at), `${t('pages', { pages })} · ${duration} ms`]),
      });
    });
  return (
    <>
      <Button size="s" busy={busy} onClick={() => void look()}>
        {t(busy ? 'looking' : 'look')}
      </Button>
      {seen ? (
        <Dialog
          open
          onClose={() => setSeen(null)}
          title={t('title')}
          footer={
            <>
              <span className="left dim s13">{t('noted')}</span>
              <Button tone="ink" onClick={() => setSeen(null)}>
                {common('close')}
              </Button>
            </>
          }
        >
          {(['keys', 'recognitions'] as const).map((part) => (
            <div key={part} className="mt-4">
              <h3 className="h3">{t(part === 'keys' ? 'lookKeys' : 'lookRecognitions')}</h3>
              {seen[part].length ? <Facts entries={seen[part]} /> : <p className="dim">{t('noneFound')}</p>}
            </div>
          ))}
        </Dialog>
      ) : null}
    </>
  );
};
