export type Browser = 'chrome' | 'edge' | 'firefox' | 'safari' | 'opera' | 'other';
export type System = 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';

/** What is kept of how a browser describes itself: enough to know one's own again, too little to tell people apart. */
export interface Device {
  browser: Browser;
  system: System;
}

/** Most browsers also claim to be those before them, so the order decides. */
const browsers: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(OPR|Opera)\b/, 'opera'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome|CriOS)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];

const systems: readonly (readonly [RegExp, System])[] = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b/, 'macos'],
  [/\bLinux\b/, 'linux'],
];

const first = <Kind>(table: readonly (readonly [RegExp, Kind])[], text: string, otherwise: Kind): Kind => table.find(([sign]) => sign.test(text))?.[1] ?? otherwise;

export const deviceOf = (userAgent: string): Device => ({ browser: first(browsers, userAgent, 'other'), system: first(systems, userAgent, 'other') });
