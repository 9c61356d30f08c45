import './verifying.css';
import { useTranslations } from 'next-intl';

interface HowToVerifyProps {
  file: string;
  /** The file is a ZIP that brings the programs and the keys. */
  isWhole?: boolean;
}

/** What is signed can be verified by anybody, offline: by which programs, and with which key. */
export const HowToVerify = ({ file, isWhole = false }: HowToVerifyProps) => {
  const t = useTranslations('verifying');
  return (
    <div className="small dim mt-4 vf">
      <p>
        {t.rich(isWhole ? 'ledeWhole' : 'lede', {
          keys: (words) => (
            <a className="link" href="/v1/audit-keys" download="audit-keys.json">
              {words}
            </a>
          ),
        })}
      </p>
      <p className="mono mt-1">{isWhole ? 'node verifier/inkproof-verify.mjs' : 'npx inkproof-verify --keys audit-keys.json'} --key {t('id')} {file}</p>
      <p className="mono">{isWhole ? 'python3 verifier/inkproof_verify.py' : 'python3 inkproof_verify.py --keys audit-keys.json'} --key {t('id')} {file}</p>
    </div>
  );
};
