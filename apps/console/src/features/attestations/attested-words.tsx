import type { Expiry } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';

interface AttestedWordsProps {
  attestation: NonNullable<Expiry['attestation']>;
  side: 'tenant' | 'provider';
}

/** Who said what of it, and when. */
export const AttestedWords = ({ attestation: { at, by, basis, deleted_at: deletedAt }, side }: AttestedWordsProps) => {
  const t = useTranslations('attestations');
  const name = by.name ?? t(side === 'provider' ? 'theTenant' : 'aKey');
  return (
    <div className="sub s13">
      {t('said', { name, moment: momentOf(at) })}
      {basis ? <div>{basis}</div> : null}
      {deletedAt && deletedAt !== at ? <div>{t('deletedBy', { moment: momentOf(deletedAt) })}</div> : null}
    </div>
  );
};
