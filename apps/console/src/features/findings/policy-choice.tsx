'use client';
import { api, undeclaredPolicies, type UndeclaredPolicy } from '@inkproof/contract';
import { Tick, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** What a caller is given when something undeclared is found. Chosen at once, because nothing of it is lost. */
export const PolicyChoice = ({ policy, mayChoose }: { policy: UndeclaredPolicy; mayChoose: boolean }) => {
  const t = useTranslations('findings');
  const say = useToast();
  const router = useRouter();
  const { busy, problem, send } = useSend();
  const choose = async (undeclared: UndeclaredPolicy) => {
    if (!(await send(() => browserApi(api.findings.setPolicy, { body: { undeclared } })))) return;
    say(t('policy.saved'));
    router.refresh();
  };
  return (
    <fieldset className="fn-p" disabled={!mayChoose || busy}>
      <legend className="sub s13">{t('policy.lede')}</legend>
      {undeclaredPolicies.map((one) => (
        <Tick key={one} type="radio" name="undeclared" checked={policy === one} onChange={() => void choose(one)}>
          {t(`policy.${one}`)}
        </Tick>
      ))}
      {mayChoose ? null : <p className="sub s13">{t('policy.reading')}</p>}
      <ProblemBar problem={problem} />
    </fieldset>
  );
};
