import type { FilingDifference } from '@inkproof/contract';

/** A text beside the one accepted before: what came is underlined, what went is struck. */
export const DifferenceText = ({ parts, language }: { parts: FilingDifference['text']; language: string | null }) => (
  <div className="rtext fl-diff" lang={language ?? undefined}>
    {parts.map(({ kind, words }, at) =>
      kind === 'same' ? (
        <span key={at}>{words}</span>
      ) : kind === 'added' ? (
        <ins key={at} className="d">
          {words}
        </ins>
      ) : (
        <del key={at} className="d">
          {words}
        </del>
      ),
    )}
  </div>
);
