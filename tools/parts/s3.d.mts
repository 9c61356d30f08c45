/** An S3 server of one spec file. */
export interface SpecS3 {
  bucket: string;
  endpoint: string;
  /** STORAGE_URL for a prefix of its bucket. */
  url: (prefix?: string) => string;
  /** Killed: it hangs up on everybody and answers nobody. */
  stop: () => Promise<void>;
  /** Again, at the same address and with what it had. */
  start: () => Promise<void>;
  /** Stopped for good, with all it had. */
  drop: () => Promise<void>;
}

export const startS3: () => Promise<SpecS3>;
