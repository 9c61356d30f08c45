import { Clock } from '@inkproof/kernel';
import { WindowStore } from '@inkproof/maintenance';
import { Config, Database, wire } from '@inkproof/platform';
import { MakeStatus } from './actions/make-status.js';
import { ReadAvailability } from './actions/read-availability.js';
import { silenceOf } from './model/reading.js';
import { IncidentStore } from './store/incident-store.js';
import { OutageStore } from './store/outage-store.js';
import { ProbeStore } from './store/probe-store.js';

/** Of so many makings of the page one may fail, or be late, before readers are told to doubt it. */
const MAKINGS_MISSED = 5;

/** What both halves are made of: the one that answers and the one that watches. */
export const sharedParts = [
  wire(OutageStore),
  wire(ProbeStore),
  wire(IncidentStore),
  wire(WindowStore),
  {
    provide: ReadAvailability,
    inject: [OutageStore, ProbeStore, WindowStore, Clock, Config],
    useFactory: (outages: OutageStore, probes: ProbeStore, windows: WindowStore, clock: Clock, { probes: { everyMs } }: Config) => new ReadAvailability(outages, probes, windows, clock, silenceOf(everyMs)),
  },
  {
    provide: MakeStatus,
    inject: [Database, ReadAvailability, IncidentStore, WindowStore, Clock, Config],
    useFactory: (database: Database, availability: ReadAvailability, incidents: IncidentStore, windows: WindowStore, clock: Clock, { providerNames, status, probes }: Config) =>
      new MakeStatus(database, availability, incidents, windows, clock, { provider: providerNames[0]!, page: status.pageUrl, silenceMs: silenceOf(probes.everyMs), staleAfterMs: MAKINGS_MISSED * status.everyMs }),
  },
];
