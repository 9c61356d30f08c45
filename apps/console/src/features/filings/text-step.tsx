'use client';
import { api, FILING_TEXT_MAX } from '@inkproof/contract';
import { Button, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { STEP_FORM, type StepProps } from './step';
import { inBase64 } from '../picking/in-base64';

const READABLE = '.pdf,.docx,.png,.jpg,.jpeg,.webp';

/** The text people see: pasted, or read out of a file. */
export const TextStep = ({ version, save, reload, onDone }: StepProps & { onDone: () => void }) => {
  const t = useTranslations('filings');
  const { busy, problem, send } = useSend();
  const [text, setText] = useState(version.text);
  const [source, setSource] = useState(version.text_source);
  const [isRead, setRead] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const read = (file: File) =>
    send(async () => {
      const base64 = await inBase64(file);
      const found = await browserApi(api.filings.readText, { body: { base64 } });
      await browserApi(api.filings.addFile, { params: { id: version.filing.id }, body: { kind: 'source', name: file.name, base64 } });
      setText(found.text);
      setSource(found.source);
      setRead(found.advisory);
      await reload();
    });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await save({ text, text_source: source })) onDone();
  };
  return (
    <form id={STEP_FORM} className="fl-form fl-wide" onSubmit={(event) => void submit(event)} noValidate>
      <ProblemBar problem={problem} />
      <div className="fl-tb">
        <Button icon="upload" busy={busy} onClick={() => chooser.current?.click()}>
          {t(busy ? 'reading' : 'readFile')}
        </Button>
        <span className="small dim">{t('readFileHint')}</span>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={READABLE}
          aria-label={t('readFile')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void read(file);
          }}
        />
      </div>
      {isRead ? <p className="s13 zhe">{t('proofread')}</p> : null}
      <WordsField className="fl-t" label={t('element.text')} hint={t('hint.text')} lang={version.language ?? undefined} value={text} onChange={(event) => setText(event.target.value)} maxLength={FILING_TEXT_MAX} spellCheck={false} />
    </form>
  );
};
