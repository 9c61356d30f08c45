'use client';
import { api, inspectionFileKinds, inspectionFileTypes, INSPECTION_FILE_MAX_BYTES, type Inspection, type InspectionItem } from '@inkproof/contract';
import { Button, SelectField, TextField, useToast, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { inBase64 } from '../picking/in-base64';
import { PickButton } from '../picking/pick-button';

const MEGABYTE = 1_000_000;
const SALT = /^[0-9a-f]{64}$/i;
const textOf = (fields: FormData, name: string): string | undefined => String(fields.get(name) ?? '').trim() || undefined;

/** What a tenant shows of one item: salt, words, files. Each part is saved by itself. */
export const ItemAnswerForm = ({ id, item }: { id: Inspection['id']; item: Pick<InspectionItem, 'id' | 'custody' | 'salt' | 'words' | 'unable' | 'files'> }) => {
  const t = useTranslations('inspections.answer');
  const [router, say] = [useRouter(), useToast()];
  const { busy, problem, send } = useSend();
  const [wrong, setWrong] = useState<'salt' | 'file' | null>(null);
  const [kind, setKind] = useState<InspectionItem['files'][number]['kind']>('original');
  const params = { id, item: item.id };
  const after = (said: string) => (say(said), router.refresh());
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const salt = textOf(fields, 'salt');
    const isSalt = salt === undefined || SALT.test(salt);
    setWrong(isSalt ? null : 'salt');
    if (isSalt && (await send(() => browserApi(api.inspections.answer, { params, body: { salt, words: textOf(fields, 'words'), unable: textOf(fields, 'unable') ?? null } })))) after(t('saved'));
  };
  const add = async (file: File) => {
    const isTaken = file.size > 0 && file.size <= INSPECTION_FILE_MAX_BYTES;
    setWrong(isTaken ? null : 'file');
    if (!isTaken) return;
    const media_type = inspectionFileTypes.find((one) => one === file.type) ?? 'application/octet-stream';
    if (await send(async () => browserApi(api.inspections.addFile, { params, body: { kind, name: file.name, media_type, base64: await inBase64(file) } }))) after(t('added'));
  };
  const remove = async (file: InspectionItem['files'][number]['id']) => {
    if (await send(() => browserApi(api.inspections.removeFile, { params: { ...params, file } }))) after(t('removed'));
  };
  return (
    <div className="col rq-a">
      <ProblemBar problem={problem} />
      <div>
        <div className="rq-pick">
          <SelectField label={t('kind')} value={kind} onChange={(event) => setKind(inspectionFileKinds.find((one) => one === event.target.value) ?? 'other')} options={inspectionFileKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
          <PickButton busy={busy} onFile={(file) => void add(file)}>
            {t('add')}
          </PickButton>
        </div>
        <p className={wrong === 'file' ? 'err' : 'hint'}>{t(wrong === 'file' ? 'fileWrong' : 'fileHint', { megabytes: INSPECTION_FILE_MAX_BYTES / MEGABYTE })}</p>
      </div>
      {item.files.length ? (
        <ul className="rq-f">
          {item.files.map((file) => (
            <li key={file.id} className="row btw">
              <span>
                {t(`kinds.${file.kind}`)} · {file.name}
              </span>
              <Button size="s" blocked={busy} onClick={() => void remove(file.id)}>
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form className="col" onSubmit={(event) => void save(event)} noValidate>
        {item.custody === 'commitment' ? <TextField label={t('salt')} name="salt" className="mono" defaultValue={item.salt ?? ''} maxLength={64} spellCheck={false} hint={t('saltHint')} error={wrong === 'salt' && t('saltWrong')} /> : null}
        <WordsField label={t('words')} name="words" rows={2} defaultValue={item.words ?? ''} maxLength={1000} />
        <WordsField label={t('unable')} name="unable" rows={2} defaultValue={item.unable ?? ''} maxLength={1000} hint={t('unableHint')} />
        <div>
          <Button type="submit" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </div>
  );
};
