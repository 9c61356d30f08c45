'use client';
import { DISPOSAL_FILE_MAX_BYTES, DISPOSAL_FILES_MAX, disposalFileKinds, disposalFileTypes, type DisposalRequest } from '@inkproof/contract';
import { Icon, IconButton, SelectField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { inBase64 } from '../picking/in-base64';
import { PickButton } from '../picking/pick-button';

export type PickedFile = DisposalRequest['files'][number];

const MEGABYTE = 1_000_000;

/** Photographs, the certificate of a contractor, the report of a tool. */
export const EvidencePicker = ({ files, onFiles }: { files: readonly PickedFile[]; onFiles: (files: readonly PickedFile[]) => void }) => {
  const t = useTranslations('disposals');
  const [kind, setKind] = useState<PickedFile['kind']>('photo');
  const [isWrong, setIsWrong] = useState(false);
  const add = async (file: File): Promise<void> => {
    const media_type = disposalFileTypes.find((type) => type === file.type);
    const isTaken = media_type !== undefined && file.size > 0 && file.size <= DISPOSAL_FILE_MAX_BYTES;
    setIsWrong(!isTaken);
    if (isTaken) onFiles([...files, { kind, name: file.name, media_type, base64: await inBase64(file) }]);
  };
  return (
    <fieldset className="dp-set">
      <legend>{t('evidence')}</legend>
      <div className="dp-pick">
        <SelectField label={t('fileKindLabel')} value={kind} onChange={(event) => setKind(disposalFileKinds.find((one) => one === event.target.value) ?? 'other')} options={disposalFileKinds.map((value) => ({ value, label: t(`fileKind.${value}`) }))} />
        <PickButton accept={disposalFileTypes} blocked={files.length >= DISPOSAL_FILES_MAX} onFile={(file) => void add(file)}>
          {t('addFile')}
        </PickButton>
      </div>
      {isWrong ? (
        <p className="err">
          <Icon name="warn" size="s" />
          <span>{t('fileWrong', { megabytes: DISPOSAL_FILE_MAX_BYTES / MEGABYTE })}</span>
        </p>
      ) : (
        <p className="hint">{t('hint.evidence', { most: DISPOSAL_FILES_MAX, megabytes: DISPOSAL_FILE_MAX_BYTES / MEGABYTE })}</p>
      )}
      <ul className="dp-list">
        {files.map((file, at) => (
          <li key={`${at} ${file.name}`} className="row btw">
            <span>
              {t(`fileKind.${file.kind}`)} · {file.name}
            </span>
            <IconButton icon="close" label={t('removeFile', { name: file.name })} onClick={() => onFiles(files.filter((_, other) => other !== at))} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
