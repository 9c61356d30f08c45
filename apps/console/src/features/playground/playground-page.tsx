import './playground.css';
import type { Capabilities, Limits } from '@inkproof/contract';
import { Bar, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { readConfig } from '../../config';
import Link from 'next/link';
import { isOver, mayRecognise } from '../session/rights';
import type { MemberSession } from '../session/sessions';
import type { DeclarableFiling } from './personal-choice';
import { PlaygroundDesk } from './playground-desk';

interface PlaygroundPageProps {
  session: MemberSession;
  limits: Limits;
  capabilities: Capabilities;
  filings: readonly DeclarableFiling[];
  samples: string[];
}

/** The desk where a person tries the reader: a picture on the left, what it says on the right. */
export const PlaygroundPage = ({ session, limits, capabilities, filings, samples }: PlaygroundPageProps) => {
  const t = useTranslations('playground');
  const over = isOver(session.tenant.end);
  if (over || !mayRecognise(session.tenant))
    return (
      <main className="main">
        <Mast title={t('title')} lede={over ? null : t('lede')} />
        <Bar action={over ? <Link className="link" href="/service-end">{t('overWay')}</Link> : null}>{t(over ? 'over' : 'viewer')}</Bar>
      </main>
    );
  return <PlaygroundDesk limits={limits} capabilities={capabilities} filings={filings} samples={samples} apiUrl={readConfig().publicApiUrl} />;
};
