'use client';
import { api, type InspectionForStaff, type InspectionItem } from '@inkproof/contract';
import { Button, Dialog, Facts, saveFile } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { momentOf } from '../../words/moments';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** Opens a drawn item: written into the logs of both sides before anything is shown. */
export const OpenItem = ({ id, item: itemId }: { id: InspectionForStaff['id']; item: InspectionForStaff['sample'][number]['id'] }) => {
  const t = useTranslations('inspections');
  const common = useTranslations('common');
  const router = useRouter();
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const [item, setItem] = useState<InspectionItem | null>(null);
  const params = { id, item: itemId };
  const close = () => (setItem(null), router.refresh());
  const fetchFile = (file: InspectionItem['files'][number]['id']) =>
    send(async () => {
      const { name, media_type: type, base64 } = await browserApi(api.adminInspections.file, { params: { ...params, file } });
      saveFile(name, Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), type);
    });
  return (
    <>
      <Button size="s" busy={busy} onClick={() => void send(async () => setItem(await browserApi(api.adminInspections.open, { params })))}>
        {t('openAct')}
      </Button>
      {item ? (
        <Dialog
          open
          onClose={close}
          title={t('item', { place: item.place })}
          footer={
            <>
              <span className="left dim s13">{t('noted')}</span>
              <Button tone="ink" onClick={close}>
                {common('close')}
              </Button>
            </>
          }
        >
          <Facts
            entries={[
              [t('column.authorization'), <span key="a" className="id">{item.authorization}</span>],
              [t('column.given'), momentOf(item.given_at)],
              [t('column.posted'), momentOf(item.posted_at)],
              item.commitment ? [t('column.commitment'), <span key="c" className="id rq-id">{item.commitment}</span>] : null,
              item.computed ? [t('column.computed'), <span key="d" className="id rq-id">{item.computed}</span>] : null,
              item.matches === null ? null : [t('column.matches'), t(item.matches ? 'matches' : 'differs')],
              item.missing.length ? [t('column.missing'), item.missing.map((part) => t(`missing.${part}`)).join(t('and'))] : null,
              item.words ? [t('answer.words'), item.words] : null,
              item.unable ? [t('answer.unable'), item.unable] : null,
            ]}
          />
          <ul className="rq-f">
            {item.files.map((file) => (
              <li key={file.id} className="row btw">
                <span>
                  {t(`answer.kinds.${file.kind}`)} · {file.name}
                </span>
                <Button size="s" blocked={busy} onClick={() => void fetchFile(file.id)}>
                  {t('fetch')}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
};
