'use client';
import { Tabs as Radix } from 'radix-ui';
import { useState } from 'react';
import { CopyButton, type CopyWords } from './copy-button.js';
import { PaintedCode } from './painted-code.js';

export interface CodeSample {
  name: string;
  code: string;
}

/** The same thing said in one language or several; what is shown is what is copied. */
export const CodeBlock = ({ samples, label, words }: { samples: readonly CodeSample[]; label: string; words: CopyWords }) => {
  const [shown, show] = useState(samples[0]?.name ?? '');
  const code = samples.find((sample) => sample.name === shown)?.code ?? '';
  return (
    <Radix.Root className="code" value={shown} onValueChange={show}>
      <div className="code-h">
        <Radix.List aria-label={label} className="code-t">
          {samples.map((sample) => (
            <Radix.Trigger key={sample.name} value={sample.name}>
              {sample.name}
            </Radix.Trigger>
          ))}
        </Radix.List>
        <CopyButton text={code} words={words} />
      </div>
      {samples.map((sample) => (
        <Radix.Content key={sample.name} value={sample.name} asChild>
          <pre>
            <PaintedCode code={sample.code} />
          </pre>
        </Radix.Content>
      ))}
    </Radix.Root>
  );
};
