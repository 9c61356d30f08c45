import type { TicketFile, TicketNoteFile } from '@inkproof/contract';
import { Icon } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';

const KILO = 1_000;

/** Files that went with a message, to be fetched. */
export const MessageFiles = ({ files, base }: { files: readonly (TicketFile | TicketNoteFile)[]; base: string }) => {
  const t = useTranslations('tickets.files');
  const format = useFormatter();
  return files.length ? (
    <ul className="tk-files">
      {files.map(({ id, name, bytes }) => (
        <li key={id} className="row">
          <Icon name="page" size="s" />
          <a className="link tr" href={`${base}/${id}`} download={name}>
            {name}
          </a>
          <span className="small dim nw">{t('kilobytes', { size: format.number(Math.ceil(bytes / KILO)) })}</span>
        </li>
      ))}
    </ul>
  ) : null;
};
