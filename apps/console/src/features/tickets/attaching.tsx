'use client';
import { ticketFiles } from '@inkproof/contract';
import { Button, Icon, IconButton } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';

const [KILO, MEGABYTE] = [1_000, 1_000_000];
const accepted = '.png,.jpg,.jpeg,.webp,.pdf,.json,.csv,.txt,.log,.md';
const limits = { most: ticketFiles.maxFiles, each: ticketFiles.maxFileBytes / MEGABYTE, all: ticketFiles.maxBytes / MEGABYTE };

const fit = (files: readonly File[]): boolean => files.length <= ticketFiles.maxFiles && files.every(({ size }) => size > 0 && size <= ticketFiles.maxFileBytes) && files.reduce((sum, { size }) => sum + size, 0) <= ticketFiles.maxBytes;

interface AttachingProps {
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
  /** How much of what is being sent has left, from 0 to 1; null while nothing is. */
  sent: number | null;
}

/** Files that go with what is being written. What may not go is said before anything is sent. */
export const Attaching = ({ files, onFiles, sent }: AttachingProps) => {
  const t = useTranslations('tickets.files');
  const format = useFormatter();
  const chooser = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  const add = (more: readonly File[]) => {
    const all = [...files, ...more];
    setWrong(!fit(all));
    if (fit(all)) onFiles(all);
  };
  return (
    <div className="tk-att">
      <div className="row wrap">
        <Button size="s" tone="quiet" icon="upload" blocked={sent !== null || files.length >= ticketFiles.maxFiles} onClick={() => chooser.current?.click()}>
          {t('add')}
        </Button>
        <span className="small dim">{t('hint', limits)}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={t('add')}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {isWrong ? (
        <p className="err" role="alert">
          <Icon name="warn" size="s" />
          <span>{t('wrong', limits)}</span>
        </p>
      ) : null}
      {files.length ? (
        <ul className="tk-files">
          {files.map((file, at) => (
            <li key={`${at} ${file.name}`} className="row btw">
              <span className="tr">
                {file.name} <span className="small dim">{t('kilobytes', { size: format.number(Math.ceil(file.size / KILO)) })}</span>
              </span>
              <IconButton icon="close" label={t('remove', { name: file.name })} disabled={sent !== null} onClick={() => (setWrong(false), onFiles(files.filter((_, other) => other !== at)))} />
            </li>
          ))}
        </ul>
      ) : null}
      {sent !== null && files.length ? <progress className="tk-sent" value={sent} max={1} aria-label={t('sending')} /> : null}
    </div>
  );
};
