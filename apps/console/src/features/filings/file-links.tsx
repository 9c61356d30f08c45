import type { FilingFile } from '@inkproof/contract';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const KILO = 1_000;

/** Files of a version, to be fetched. */
export const FileLinks = ({ files, base, act }: { files: readonly FilingFile[]; base: string; act?: (file: FilingFile) => ReactNode }) => {
  const t = useTranslations('filings');
  const format = useFormatter();
  return files.length ? (
    <ul className="fl-files">
      {files.map((file) => (
        <li key={file.id} className="row btw">
          <span className="grow">
            <a className="link" href={`${base}/files/${file.id}`} download={file.name}>
              {file.name}
            </a>{' '}
            <span className="small dim">
              {t(`fileKind.${file.kind}`)} · {format.number(Math.ceil(file.bytes / KILO))} kB
            </span>
          </span>
          {act?.(file)}
        </li>
      ))}
    </ul>
  ) : (
    <p className="s13 dim">{t('noFiles')}</p>
  );
};
