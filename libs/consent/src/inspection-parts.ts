import type { Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, Drawers, MailOutbox, ObjectStore, wire } from '@inkproof/platform';
import { Holds } from '@inkproof/retention';
import { AnnounceInspection } from './actions/announce-inspection.js';
import { AnswerItem } from './actions/answer-item.js';
import { DrawInspection } from './actions/draw-inspection.js';
import { InspectionMail } from './actions/inspection-mail.js';
import { JudgeInspection } from './actions/judge-inspection.js';
import { OpenItem } from './actions/open-item.js';
import { ReadInspections } from './actions/read-inspections.js';
import { ShowFiles } from './actions/show-files.js';
import { TellPrograms } from './actions/tell-programs.js';
import { WatchInspections } from './actions/watch-inspections.js';
import { AdminInspectionController } from './http/admin-inspection.controller.js';
import { InspectionController } from './http/inspection.controller.js';
import { InspectionStore } from './store/inspection-store.js';

export const inspectionControllers = [InspectionController, AdminInspectionController];

/** Sampled checks of authorisations by the provider. */
export const inspectionParts: Provider[] = [
  wire(InspectionStore),
  { provide: InspectionMail, inject: [MailOutbox, Config], useFactory: (outbox: MailOutbox, { http }: Config) => new InspectionMail(outbox, http.consoleUrl) },
  wire(AnnounceInspection, Database, InspectionStore, TellPrograms, Trail, Ids, Clock, Drawers),
  wire(DrawInspection, Database, InspectionStore, Holds, InspectionMail, TellPrograms, Trail, Ids, Clock, Drawers),
  wire(ReadInspections, Database, InspectionStore, Clock),
  wire(AnswerItem, Database, InspectionStore, ObjectStore, Trail, Ids, Clock),
  wire(ShowFiles, Database, InspectionStore, AnswerItem, ObjectStore, Trail, Ids, Clock),
  wire(OpenItem, Database, InspectionStore, ShowFiles, Trail, Ids, Clock),
  wire(JudgeInspection, Database, InspectionStore, InspectionMail, TellPrograms, Trail, Ids, Clock),
  wire(WatchInspections, Database, InspectionStore, InspectionMail, TellPrograms, Trail, Ids, Clock),
];
