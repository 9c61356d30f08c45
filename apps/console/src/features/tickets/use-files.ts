'use client';
import type { Call } from '@inkproof/contract';
import { useState } from 'react';
import { browserApi, browserApiOver } from '../../browser-api';
import { sendWithProgress } from '../../send-with-progress';

/** Files that go with a message, and the way to send it that says how much of them has left. */
export const useFiles = () => {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const sending = async (work: (call: Call, files: readonly File[]) => Promise<unknown>): Promise<void> => {
    if (!files.length) return void (await work(browserApi, files));
    setSent(0);
    try {
      await work(browserApiOver(sendWithProgress(setSent)), files);
    } finally {
      setSent(null);
    }
    setFiles([]);
  };
  return { files, setFiles, sent, sending };
};
