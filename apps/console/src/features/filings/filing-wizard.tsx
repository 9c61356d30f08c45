'use client';
import { api, type FilingVersion } from '@inkproof/contract';
import { Button, Icon, Mast } from '@inkproof/ui';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { BasicsStep } from './basics-step';
import { ChecksList } from './checks-list';
import { DiscardDraft } from './discard-draft';
import { FilingEvents } from './filing-events';
import { FilingFacts } from './filing-facts';
import { FilingState } from './filing-state';
import { MarkedText } from './marked-text';
import { MarksStep } from './marks-step';
import { MaterialStep } from './material-step';
import { STEP_FORM, type StepProps } from './step';
import { TextStep } from './text-step';

const steps = ['basics', 'text', 'marks', 'material', 'submit'] as const;
type Step = (typeof steps)[number];

/** Where to begin: at what is not done yet. */
const firstOpen = ({ text, spans, purpose, checks, state }: FilingVersion): Step => {
  if (state === 'correction') return 'marks';
  if (!purpose) return 'basics';
  if (!text) return 'text';
  if (!spans.length) return 'marks';
  return checks.some(({ state: found }) => found === 'unmet') ? 'material' : 'submit';
};

/** A draft, step by step, with what is still missing beside it. */
export const FilingWizard = ({ version: given }: { version: FilingVersion }) => {
  const t = useTranslations('filings');
  const router = useRouter();
  const { busy, problem, send } = useSend();
  const [version, setVersion] = useState(given);
  const [step, setStep] = useState<Step>(() => firstOpen(given));
  const [isSaved, setSaved] = useState(false);
  const { filing, checks } = version;
  const params = { id: filing.id };
  const save: StepProps['save'] = (body) => send(async () => setVersion(await browserApi(api.filings.change, { params, body }))).then((done) => (setSaved(done), done));
  const reload = async () => setVersion(await browserApi(api.filings.version, { params: { ...params, version: version.id } }));
  const at = steps.indexOf(step);
  const go = (to: number) => setStep(steps[Math.min(Math.max(to, 0), steps.length - 1)]!);
  const missing = checks.filter(({ state }) => state === 'unmet').length;
  const submit = () =>
    send(async () => {
      await browserApi(api.filings.submit, { params });
      router.refresh();
    });
  const own: StepProps = { version, save, reload };
  const isForm = step === 'basics' || step === 'text' || step === 'material';
  return (
    <main className="main">
      <Mast
        title={t('writing', { name: filing.name, number: version.number })}
        lede={t(`stepLede.${step}`)}
        actions={
          <span className="small dim row" role="status">
            {isSaved ? (
              <>
                <Icon name="check" />
                {t('saved')}
              </>
            ) : version.state === 'correction' ? (
              <FilingState state="correction" />
            ) : null}
          </span>
        }
      />
      {version.state === 'correction' ? (
        <div className="fl-needs mt-4">
          <FilingEvents events={version.events.filter(({ by_provider: byProvider }) => byProvider).slice(-2)} />
        </div>
      ) : null}
      <ol className="steps">
        {steps.map((name, index) => (
          <li key={name} className={clsx(index < at && 'done')} aria-current={name === step ? 'step' : undefined}>
            <button type="button" onClick={() => setStep(name)}>
              {t(`step.${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <div className="split fl">
        <div>
          <ProblemBar problem={problem} />
          {step === 'basics' ? <BasicsStep {...own} onDone={() => go(at + 1)} /> : null}
          {step === 'text' ? <TextStep {...own} onDone={() => go(at + 1)} /> : null}
          {step === 'marks' ? <MarksStep {...own} /> : null}
          {step === 'material' ? <MaterialStep {...own} onDone={() => go(at + 1)} /> : null}
          {step === 'submit' ? (
            <>
              <article className="sheet fl-p">
                <MarkedText text={version.text} spans={version.spans} language={version.language} />
                <p className="fl-no">
                  <span>{t('length', { count: [...version.text].length })}</span>
                  <span className="mono">sha256 {version.text_sha256}</span>
                </p>
              </article>
              <div className="mt-4">
                <FilingFacts of={version} />
              </div>
            </>
          ) : null}
        </div>
        <aside>
          <ChecksList checks={checks} />
          {version.reconsent_needed ? <p className="small zhu mt-4">{t('reconsent')}</p> : null}
          <p className="small dim mt-4 fl-duty">{t('duty')}</p>
        </aside>
      </div>
      <div className="fl-act">
        {at > 0 ? (
          <Button tone="quiet" icon="left" onClick={() => go(at - 1)}>
            {t('back')}
          </Button>
        ) : null}
        {version.state === 'draft' ? <DiscardDraft version={version} /> : null}
        <span className="grow" />
        {step === 'submit' ? (
          <>
            {missing ? <span className="s13 zhu">{t('stillMissing', { count: missing })}</span> : null}
            <Button tone="ink" busy={busy} blocked={missing > 0} onClick={() => void submit()}>
              {t('submit')}
            </Button>
          </>
        ) : isForm ? (
          // A button of its own for each: one that became the next step's while it was pressed would send that step at once.
          <Button key={step} tone="ink" type="submit" form={STEP_FORM} busy={busy}>
            {t('next')}
          </Button>
        ) : (
          <Button key={step} tone="ink" onClick={() => go(at + 1)}>
            {t('next')}
          </Button>
        )}
      </div>
    </main>
  );
};
