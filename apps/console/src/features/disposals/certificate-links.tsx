import type { MediaDisposal } from '@inkproof/contract';
import { useTranslations } from 'next-intl';

/** The certificate in both its forms. */
export const CertificateLinks = ({ id, certificate }: { id: MediaDisposal['id']; certificate: string }) => {
  const t = useTranslations('disposals');
  return (
    <span className="row">
      {(['pdf', 'json'] as const).map((form) => (
        <a key={form} className="link" href={`/v1/admin/media-disposals/${id}/certificate?format=${form}`} download={`${certificate}.${form}`} aria-label={t('certificateAs', { form: form.toUpperCase(), id: certificate })}>
          {form.toUpperCase()}
        </a>
      ))}
    </span>
  );
};
