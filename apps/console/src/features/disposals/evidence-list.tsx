'use client';
import { api, type MediaDisposal } from '@inkproof/contract';
import { Button, saveFile } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** The evidence of an entry, each file by its digest, to be fetched as it was entered. */
export const EvidenceList = ({ id, files }: Pick<MediaDisposal, 'id' | 'files'>) => {
  const t = useTranslations('disposals');
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const fetchFile = (file: MediaDisposal['files'][number]['id']) =>
    send(async () => {
      const { name, media_type: type, base64 } = await browserApi(api.disposals.file, { params: { id, file } });
      saveFile(name, Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), type);
    });
  return (
    <ul className="dp-list">
      {files.map((file) => (
        <li key={file.id} className="row btw">
          <span>
            {t(`fileKind.${file.kind}`)} · {file.name}
            <span className="id dp-m sub"> SHA-256 {file.sha256}</span>
          </span>
          <Button size="s" icon="download" blocked={busy} onClick={() => void fetchFile(file.id)}>
            {t('fetch')}
          </Button>
        </li>
      ))}
    </ul>
  );
};
