import { CodeBlock } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { callSamples } from '../playground/call-samples';
import { readableJson } from '../playground/readable-json';
import { sampleReading } from '../sample/sample-reading';

/** The first word of the sample, in the frame of an answer. Shortened, not invented. */
const answer = (): string => {
  const { id, page, recipe } = sampleReading;
  const line = page.blocks[0]?.lines[0];
  const word = line?.words[0];
  return readableJson({ id, status: 'succeeded', text: `${line?.text ?? ''}…`, pages: [{ number: 1, width: page.width, height: page.height, blocks: [{ lines: [{ words: word ? [word] : [] }] }] }], recipe: { engines: recipe.engines, input_sha256: `${recipe.input_sha256.slice(0, 16)}…` }, advisory: true });
};

/** The call, and what it answers. */
export const LandingCall = ({ apiUrl }: { apiUrl: string }) => {
  const t = useTranslations('landing.call');
  const common = useTranslations('common');
  const words = { copy: common('copy'), copied: common('copied') };
  return (
    <section className="ld-s">
      <h2>{t('title')}</h2>
      <p className="sub ld-b">{t('body')}</p>
      <div className="ld-2">
        <CodeBlock label={t('code')} samples={callSamples({ apiUrl, fileName: 'page.png', fields: {} })} words={words} />
        <CodeBlock label={t('answer')} samples={[{ name: t('answer'), code: answer() }]} words={words} />
      </div>
    </section>
  );
};
