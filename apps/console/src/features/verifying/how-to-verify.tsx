import './verifying.css';
import { useTranslations } from 'next-intl';

/** What is signed can be verified by anybody, offline: by which programs, and with which key. */
export const HowToVerify = ({ file }: { file: string }) => {
  const t = useTranslations('verifying');
  return (
    <div className="small dim mt-4 vf">
      <p>
        {t.rich('lede', {
          keys: (words) => (
            <a className="link" href="/v1/audit-keys" download="audit-keys.json">
              {words}
            </a>
          ),
        })}
      </p>
      <p className="mono mt-1">npx inkproof-verify --keys audit-keys.json --key {t('id')} {file}</p>
      <p className="mono">python3 inkproof_verify.py --keys audit-keys.json --key {t('id')} {file}</p>
    </div>
  );
};
