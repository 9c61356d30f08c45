/** The seal: 正 cut in white. Never recoloured, never outlined. Beside the wordmark it is decoration; alone it needs a label. */
export const SealMark = ({ size = 26, label }: { size?: number; label?: string }) => (
  <svg width={size} height={size} viewBox="0 0 40 40" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
    <path fill="var(--zhu-fill)" d="M3.4 1.6 19 .9l17.5.6c1.3.1 2 .8 2.1 2.1l.6 16-.5 17c-.1 1.3-.8 2-2.1 2.1l-17.1.5-16-.6c-1.3-.1-2-.7-2.1-2L.8 20l.5-16.3c.1-1.3.8-2 2.1-2.1z" />
    <g fill="none" stroke="#fff" strokeWidth="3.5" transform="translate(4 3.7)">
      <path d="M5 6.2H27M16 6.2V26.5M16 15.6H24.5M8.8 13.8V26.5M3.5 26.5H28.5" />
    </g>
  </svg>
);
