'use client';
import { outputNames, type OutputFormat } from '@inkproof/contract';
import { Button, Menu, MenuItem } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const endings: Record<OutputFormat, string> = { json: 'json', text: 'txt', markdown: 'md', hocr: 'hocr.html', alto: 'alto.xml', tsv: 'tsv', pdf: 'pdf' };

interface DownloadMenuProps {
  /** Where the result is, without a form. */
  address: string;
  /** The file's name without its ending. */
  name: string;
  /** Whether the file itself was kept, which a searchable PDF needs. */
  hasFile: boolean;
}

/** The result in every form it can take. */
export const DownloadMenu = ({ address, name, hasFile }: DownloadMenuProps) => {
  const t = useTranslations('recognitions');
  return (
    <Menu
      trigger={
        <Button icon="download">{t('download')}</Button>
      }
    >
      {outputNames
        .filter((format) => format !== 'pdf' || hasFile)
        .map((format) => (
          <MenuItem key={format} asChild>
            <a href={`${address}?format=${format}`} download={`${name}.${endings[format]}`}>
              {t(`forms.${format}`)}
            </a>
          </MenuItem>
        ))}
    </Menu>
  );
};
