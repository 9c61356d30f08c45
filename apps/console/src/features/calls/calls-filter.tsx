import { buttonClass, Fold, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { addressOf, type Which } from './read-which';

/** Of which days, and which request. It works without a script: the answer is a page with an address of its own. */
export const CallsFilter = ({ base, which }: { base: string; which: Which }) => {
  const t = useTranslations('calls.filter');
  const { outcome, key, request_id: request, from, to } = which;
  const asked = [request, from, to].filter(Boolean).length;
  return (
    <Fold label={t('title')} count={asked}>
      <form className="ca-s" action={base} role="search" aria-label={t('title')}>
        {outcome ? <input type="hidden" name="outcome" value={outcome} /> : null}
        {key ? <input type="hidden" name="key" value={key} /> : null}
        <TextField label={t('request')} name="request_id" defaultValue={request} placeholder="req_…" maxLength={64} autoComplete="off" spellCheck={false} />
        <TextField label={t('from')} name="from" type="date" defaultValue={from} />
        <TextField label={t('to')} name="to" type="date" defaultValue={to} />
        <div className="row ca-b">
          <button type="submit" className={buttonClass()}>
            {t('apply')}
          </button>
          {asked ? (
            <Link className={buttonClass({ tone: 'quiet' })} href={addressOf(base, { outcome, key })}>
              {t('clear')}
            </Link>
          ) : null}
        </div>
      </form>
    </Fold>
  );
};
