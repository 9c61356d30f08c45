'use client';
import { api, collectionMedia, filingFileKinds, personalCategories, sensitiveCategories, type FilingFile } from '@inkproof/contract';
import { IconButton, SelectField, TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { inBase64 } from '../picking/in-base64';
import { PickButton } from '../picking/pick-button';
import { FileLinks } from './file-links';
import { STEP_FORM, type StepProps } from './step';

const isSensitive = (category: string): boolean => (sensitiveCategories as readonly string[]).includes(category);
const ENDINGS = ['.pdf', '.docx', '.png', '.jpg', '.jpeg', '.webp'] as const;
const kinds = filingFileKinds.filter((kind) => kind !== 'source');

/** How people agree, to what, and the files that show it. */
export const MaterialStep = ({ version, save, reload, onDone }: StepProps & { onDone: () => void }) => {
  const t = useTranslations('filings');
  const { busy, problem, send } = useSend();
  const [kind, setKind] = useState<FilingFile['kind']>('page_screenshot');
  const params = { id: version.filing.id };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const done = await save({
      media: collectionMedia.filter((medium) => fields.has(medium)),
      categories: personalCategories.filter((category) => fields.has(category)),
      identity_binding: String(fields.get('identity_binding')).trim() || null,
      concerns_minors: fields.has('concerns_minors'),
    });
    if (done) onDone();
  };
  const add = (file: File) =>
    send(async () => {
      await browserApi(api.filings.addFile, { params, body: { kind, name: file.name, base64: await inBase64(file) } });
      await reload();
    });
  const remove = (file: FilingFile) =>
    send(async () => {
      await browserApi(api.filings.removeFile, { params: { ...params, file: file.id } });
      await reload();
    });
  return (
    <>
      <form id={STEP_FORM} className="fl-form" onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className="fl-set">
          <legend>{t('element.media')}</legend>
          <div className="fl-grid">
            {collectionMedia.map((medium) => (
              <Tick key={medium} name={medium} defaultChecked={version.media.includes(medium)}>
                {t(`medium.${medium}`)}
              </Tick>
            ))}
          </div>
          <p className="hint">{t('hint.media')}</p>
        </fieldset>
        <TextField name="identity_binding" label={t('element.identity_binding')} hint={t('hint.identity_binding')} defaultValue={version.identity_binding ?? ''} maxLength={500} />
        <fieldset className="fl-set">
          <legend>{t('element.categories')}</legend>
          <div className="fl-grid">
            {personalCategories.map((category) => (
              <Tick key={category} name={category} defaultChecked={version.categories.includes(category)}>
                {t(`category.${category}`)}
                {isSensitive(category) ? <span className="small zhe"> {t('sensitive')}</span> : null}
              </Tick>
            ))}
          </div>
          <p className="hint">{t('hint.categories')}</p>
        </fieldset>
        <Tick name="concerns_minors" defaultChecked={version.concerns_minors}>
          {t('minors')}
        </Tick>
      </form>
      <section className="mt-4 fl-form" aria-label={t('files')}>
        <div className="sec">
          <h2>{t('files')}</h2>
        </div>
        <ProblemBar problem={problem} />
        <div className="fl-tb">
          <SelectField label={t('fileKindLabel')} value={kind} onChange={(event) => setKind(event.target.value as FilingFile['kind'])} options={kinds.map((value) => ({ value, label: t(`fileKind.${value}`) }))} />
          <PickButton accept={ENDINGS} busy={busy} onFile={(file) => void add(file)}>
            {t('addFile')}
          </PickButton>
        </div>
        <FileLinks files={version.files} base={`/v1/consent-filings/${version.filing.id}`} act={(file) => <IconButton icon="close" label={t('removeFile', { name: file.name })} disabled={busy} onClick={() => void remove(file)} />} />
      </section>
    </>
  );
};
