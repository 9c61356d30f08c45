'use client';
import { PageRanges, retentions, type Capabilities } from '@inkproof/contract';
import { Button, Popover, TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { PersonalChoice, type DeclarableFiling } from './personal-choice';
import { fieldsOf, type ReadingWish } from './reading-wish';

interface ReadingOptionsProps {
  wish: ReadingWish;
  readers: Capabilities['readers'];
  filings: readonly DeclarableFiling[];
  onWish: (wish: ReadingWish) => void;
}

/** How to read, beyond the languages: which reader, which pages, and what to keep. */
export const ReadingOptions = ({ wish, readers, filings, onWish }: ReadingOptionsProps) => {
  const t = useTranslations('playground');
  const keep = useTranslations('keys.retention');
  const { languages: _languages, password: _password, ...set } = fieldsOf(wish);
  const count = Object.keys(set).length;
  return (
    <Popover label={t('options')} trigger={<Button icon="list">{count ? t('optionsSet', { count }) : t('options')}</Button>}>
      <fieldset className="pg-f">
        <legend className="h3">{t('reader')}</legend>
        {readers.map(({ name }) => (
          <Tick key={name} type="radio" name="reader" checked={wish.reader === name} onChange={() => onWish({ ...wish, reader: name })}>
            {t(`readers.${name}.name`)} <span className="dim">{t(`readers.${name}.note`)}</span>
          </Tick>
        ))}
      </fieldset>
      <TextField
        label={t('pagesWish')}
        value={wish.pages}
        onChange={(event) => onWish({ ...wish, pages: event.target.value })}
        placeholder="1-3,5"
        hint={t('pagesHint')}
        error={Boolean(wish.pages.trim()) && !PageRanges.safeParse(wish.pages).success && t('pagesWrong')}
        inputMode="text"
        autoComplete="off"
      />
      <fieldset className="pg-f">
        <legend className="h3">{t('keep')}</legend>
        {retentions.map((retention) => (
          <Tick key={retention} type="radio" name="retention" checked={wish.retention === retention} onChange={() => onWish({ ...wish, retention })}>
            {keep(retention)}
          </Tick>
        ))}
      </fieldset>
      <PersonalChoice personal={wish.personal} filings={filings} onChoose={(personal) => onWish({ ...wish, personal })} />
    </Popover>
  );
};
