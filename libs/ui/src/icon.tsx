/** The drawings, on a grid of 16. */
const paths = {
  home: 'M2.5 7 8 2.5 13.5 7v6.5h-11zM6.5 13.5v-4h3v4',
  scan: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5 6.5h6M5 9.5h4',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  key: 'M9.2 6.8 14 2M11.8 4.2l1.9 1.9M9.5 9.5a3.2 3.2 0 1 1-3-3 3.2 3.2 0 0 1 3 3z',
  chart: 'M2.5 2.5v11h11M5.5 11V8M8.5 11V5M11.5 11V7',
  person: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.4-2.7 2.3-4 5-4s4.6 1.3 5 4',
  people: 'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.8 13.2c.3-2.3 1.9-3.6 4.2-3.6s3.9 1.3 4.2 3.6M10.5 3.1a2.2 2.2 0 0 1 0 4.2M12 9.9c1.3.5 2 1.6 2.2 3.3',
  nodes: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.01M5 11h.01',
  stamp: 'M3 13.5h10M3.5 11h9V9.5a1 1 0 0 0-1-1h-2C9 7 10 6 10 4.4A2 2 0 0 0 8 2.5a2 2 0 0 0-2 1.9C6 6 7 7 6.5 8.5h-2a1 1 0 0 0-1 1z',
  page: 'M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2M6 8h4M6 10.8h4',
  check: 'M3 8.5 6.4 12 13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  warn: 'M8 2.2 14.3 13H1.7zM8 6.5v3M8 11.2v.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.3v3.5M8 5.2v.01',
  moon: 'M13.2 9.6A5.7 5.7 0 0 1 6.4 2.8a5.7 5.7 0 1 0 6.8 6.8z',
  globe: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c1.8 1.7 2.6 3.7 2.6 6S9.8 12.3 8 14C6.2 12.3 5.4 10.3 5.4 8S6.2 3.7 8 2z',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  download: 'M8 2.5V10M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  upload: 'M8 10.5V3M4.8 5.8 8 2.6l3.2 3.2M2.5 13.5h11',
  again: 'M13 5.5A5.5 5.5 0 0 0 3 6M3 10.5a5.5 5.5 0 0 0 10-.5M13 2.5v3h-3M3 13.5v-3h3',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  left: 'M9.8 4 6 8l3.8 4',
  right: 'M6.2 4 10 8l-3.8 4',
  stack: 'M8 2 14 5.2 8 8.4 2 5.2zM2 8.2l6 3.2 6-3.2M2 11l6 3.2L14 11',
  signal: 'M8 9.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4zM5 11a4.2 4.2 0 0 1 0-6M11 5a4.2 4.2 0 0 1 0 6M3 13a7 7 0 0 1 0-10M13 3a7 7 0 0 1 0 10',
  stop: 'M4 4h8v8H4z',
  trash: 'M2.5 4.2h11M6 4.2V2.5h4v1.7M4 4.2l.6 9.3h6.8l.6-9.3M6.7 7v4M9.3 7v4',
  shield: 'M8 2.2 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4z',
  lock: 'M3.5 7.2h9v6.3h-9zM5.5 7.2V5a2.5 2.5 0 0 1 5 0v2.2',
  chat: 'M2.5 3.5h11v7.5h-6l-3 2.5V11h-2z',
  bell: 'M3.5 11.5h9c-.9-1-1.2-2-1.2-4.2a3.3 3.3 0 0 0-6.6 0c0 2.2-.3 3.2-1.2 4.2zM6.8 13.5h2.4',
  clock: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 4.8V8l2.2 1.5',
  link: 'M6.7 9.3a2.7 2.7 0 0 0 3.8 0l2.2-2.2a2.7 2.7 0 0 0-3.8-3.8l-.7.7M9.3 6.7a2.7 2.7 0 0 0-3.8 0L3.3 8.9a2.7 2.7 0 0 0 3.8 3.8l.7-.7',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  leave: 'M6.5 2.5h-4v11h4M6.5 8h7.5M11 5l3 3-3 3',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the words beside it, or the label of its button, say what it means. */
export const Icon = ({ name, size }: { name: IconName; size?: 's' | 'l' }) => (
  <svg className={size ? `i i-${size}` : 'i'} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
