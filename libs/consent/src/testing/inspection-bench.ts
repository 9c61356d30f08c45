import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LocalBlobs, ObjectStore, TwoPlaces } from '@inkproof/platform';
import { Holds, HoldStore } from '@inkproof/retention';
import { AnnounceInspection } from '../actions/announce-inspection.js';
import { AnswerItem } from '../actions/answer-item.js';
import { DrawInspection } from '../actions/draw-inspection.js';
import { InspectionMail } from '../actions/inspection-mail.js';
import { JudgeInspection } from '../actions/judge-inspection.js';
import { OpenItem } from '../actions/open-item.js';
import { OpenMatters } from '../actions/open-matters.js';
import { ReadInspections } from '../actions/read-inspections.js';
import { ShowFiles } from '../actions/show-files.js';
import { WatchInspections } from '../actions/watch-inspections.js';
import { InspectionStore } from '../store/inspection-store.js';
import { openConsentBench } from './consent-bench.js';

/** Inspections on a database of their own, as the module wires them. */
export const openInspectionBench = async () => {
  const bench = await openConsentBench();
  const { database, clock, ids, trail, keys, drawers, outbox, programs } = bench;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inkproof-inspection-'));
  const objects = new ObjectStore(database, new TwoPlaces(new LocalBlobs(folder), keys.place), keys, ids, clock);
  const store = new InspectionStore();
  const holds = new Holds(new HoldStore());
  holds.register(new OpenMatters());
  const mail = new InspectionMail(outbox, 'https://ocr.example');
  const answer = new AnswerItem(database, store, objects, trail, ids, clock);
  const files = new ShowFiles(database, store, answer, objects, trail, ids, clock);
  return {
    ...bench, store, holds, objects, answer, files,
    announce: new AnnounceInspection(database, store, programs, trail, ids, clock, drawers),
    draw: new DrawInspection(database, store, holds, mail, programs, trail, ids, clock, drawers),
    read: new ReadInspections(database, store, clock),
    open: new OpenItem(database, store, files, trail, ids, clock),
    judge: new JudgeInspection(database, store, mail, programs, trail, ids, clock),
    watch: new WatchInspections(database, store, mail, programs, trail, ids, clock),
    close: async () => {
      await bench.close();
      rmSync(folder, { recursive: true });
    },
  };
};

export type InspectionBench = Awaited<ReturnType<typeof openInspectionBench>>;
