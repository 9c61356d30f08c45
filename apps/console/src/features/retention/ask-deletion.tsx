'use client';
import { api, type DeletionPreview, type DeletionSelection } from '@inkproof/contract';
import { Bar, Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';
import { ProblemBar } from '../faults/problem-bar';
import { PreviewLists } from './preview-lists';
import { readWish, type SelectionKind } from './read-wish';
import { SelectionFields } from './selection-fields';

interface Seen {
  selection: DeletionSelection;
  delayDays: number;
  preview: DeletionPreview;
  /** Things that would go. */
  going: number;
}

/** Erasing what a tenant selects: first a look at what would go and what stays, then the last question. */
export const AskDeletion = () => {
  const t = useTranslations('retention.ask');
  const common = useTranslations('common');
  const { busy, problem, asking, send, ask, close, act } = useAct();
  const [kind, setKind] = useState<SelectionKind>('tag');
  const [wrong, setWrong] = useState(false);
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const selection = readWish(kind, fields);
    setWrong(!selection);
    setSeen(null);
    if (!selection) return;
    await send(async () => {
      const preview = await browserApi(api.deletions.preview, { body: { selection } });
      const going = preview.erasable.reduce((sum, { count }) => sum + count, 0);
      setSeen({ selection, delayDays: Number(fields.get('delay') ?? 0), preview, going });
      if (going > 0) ask('it');
    });
  };
  const erase = async ({ selection, delayDays, preview }: Seen) => {
    if (await act(() => browserApi(api.deletions.create, { body: { selection, expected: preview.total, delay_days: delayDays } }), t(delayDays ? 'doneLater' : 'done', { days: delayDays }))) setSeen(null);
  };
  return (
    <>
      <form className="rt-ask" onSubmit={(event) => void look(event)} noValidate method="post">
        {asking ? null : <ProblemBar problem={problem} />}
        <SelectionFields
          kind={kind}
          wrong={wrong}
          onKind={(next) => {
            setKind(next);
            setWrong(false);
            setSeen(null);
          }}
        />
        <div>
          <Button type="submit" busy={busy && !asking}>
            {t('look')}
          </Button>
        </div>
      </form>
      {seen && seen.going === 0 ? (
        <div className="mt-4" role="status">
          <Bar title={t(seen.preview.total ? 'nothingGoes' : 'nothingThere')}>{seen.preview.total ? <PreviewLists preview={seen.preview} /> : t('nothingThereBody')}</Bar>
        </div>
      ) : null}
      {seen && asking ? (
        <ConfirmAct
          open
          onClose={close}
          onConfirm={() => void erase(seen)}
          busy={busy}
          problem={problem}
          title={t('title', { count: seen.going })}
          phrase={t('phrase', { count: String(seen.going) })}
          words={{ type: t.rich('type', { count: String(seen.going), b: (words) => <b>{words}</b> }), confirm: t('confirm'), cancel: common('cancel'), busy: common('saving') }}
        >
          <p>{t('body')}</p>
          <PreviewLists preview={seen.preview} />
          <p className="mt-4">{t(seen.delayDays ? 'later' : 'now', { days: seen.delayDays })}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
};
