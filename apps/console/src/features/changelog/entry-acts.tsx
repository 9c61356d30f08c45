'use client';
import { api, type EditedEntry } from '@inkproof/contract';
import { WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { DraftFields } from './draft-fields';
import { readDraft, type DraftFault } from './read-draft';

const useDraft = (send: (draft: Extract<ReturnType<typeof readDraft>, { wrong: null }>['draft']) => Promise<unknown>) => {
  const [missing, setMissing] = useState<DraftFault | null>(null);
  const submit = (fields: FormData): Work | false => {
    const read = readDraft(fields);
    setMissing(read.wrong);
    return read.wrong === null && (() => send(read.draft));
  };
  return { missing, submit };
};

/** Begins an entry. Nothing of it is seen by others until it is published. */
export const DraftEntry = () => {
  const t = useTranslations('changelog');
  const { missing, submit } = useDraft((body) => browserApi(api.adminChangelog.draft, { body }));
  return (
    <ActDialog label={t('draft')} title={t('draft')} look={{ tone: 'ink', icon: 'plus' }} done={t('drafted')} onSubmit={submit}>
      <DraftFields missing={missing} />
    </ActDialog>
  );
};

/** What may still be done with an entry: write a draft anew or publish it, take back what is published. */
export const EntryActs = ({ entry }: { entry: EditedEntry }) => {
  const t = useTranslations('changelog');
  const params = { id: entry.id };
  const { missing, submit } = useDraft((body) => browserApi(api.adminChangelog.edit, { params, body }));
  const [silent, setSilent] = useState<'zh' | 'en' | null>(null);
  const withdraw = (fields: FormData): Work | false => {
    const because = { zh: String(fields.get('zh')).trim(), en: String(fields.get('en')).trim() };
    const lacks = because.zh ? (because.en ? null : 'en') : 'zh';
    setSilent(lacks);
    return lacks === null && (() => browserApi(api.adminChangelog.withdraw, { params, body: { because } }));
  };
  if (entry.withdrawn_at) return null;
  if (entry.published_at)
    return (
      <ActDialog label={t('withdraw')} title={t('withdraw')} look={{ tone: 'zhu' }} done={t('withdrawnNow')} onSubmit={withdraw}>
        <p className="sub">{t('withdrawBody', { told: entry.told })}</p>
        <WordsField label={t('field.because_zh')} name="zh" rows={3} maxLength={1_000} error={silent === 'zh' && t('missing')} />
        <WordsField label={t('field.because_en')} name="en" rows={3} maxLength={1_000} error={silent === 'en' && t('missing')} />
      </ActDialog>
    );
  return (
    <span className="row wrap">
      <ActDialog label={t('edit')} title={t('edit')} done={t('edited')} onSubmit={submit}>
        <DraftFields entry={entry} missing={missing} />
      </ActDialog>
      <ActDialog label={t('publish')} title={t('publish')} look={{ tone: 'ink' }} done={t('publishedNow')} onSubmit={() => () => browserApi(api.adminChangelog.publish, { params })}>
        <p className="sub">{t(entry.compatible ? 'publishBody' : 'publishTells')}</p>
      </ActDialog>
    </span>
  );
};
