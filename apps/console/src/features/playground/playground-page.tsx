import './playground.css';
import type { Capabilities, Limits } from '@inkproof/contract';
import { Bar, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { readConfig } from '../../config';
import type { MemberSession } from '../session/sessions';
import { PlaygroundDesk } from './playground-desk';

interface PlaygroundPageProps {
  session: MemberSession;
  limits: Limits;
  capabilities: Capabilities;
  samples: string[];
}

/** The desk where a person tries the reader: a picture on the left, what it says on the right. */
export const PlaygroundPage = ({ session, limits, capabilities, samples }: PlaygroundPageProps) => {
  const t = useTranslations('playground');
  if (session.tenant.role === 'viewer')
    return (
      <main className="main">
        <Mast title={t('title')} lede={t('lede')} />
        <Bar>{t('viewer')}</Bar>
      </main>
    );
  return <PlaygroundDesk limits={limits} capabilities={capabilities} samples={samples} apiUrl={readConfig().publicApiUrl} />;
};
