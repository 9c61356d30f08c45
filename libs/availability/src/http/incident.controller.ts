import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Incident, type IncidentState } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { KeepIncidents, type NewIncidentWords } from '../actions/keep-incidents.js';
import { showIncident } from '../actions/show-public.js';
import { IncidentStore } from '../store/incident-store.js';

interface IncidentId {
  id: Id<'inc'>;
}

@Controller()
export class IncidentController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IncidentStore) private readonly incidents: IncidentStore,
    @Inject(KeepIncidents) private readonly keeping: KeepIncidents,
  ) {}

  @Answers(api.adminAvailability.incidents)
  async list(@Given.query(api.adminAvailability.incidents.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: Incident[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.asProvider((tx) => this.incidents.list(tx, { beyond: cursor, size: limit + 1 })), limit);
    return { items: items.map(showIncident), next_cursor: nextCursor };
  }

  @Answers(api.adminAvailability.incident)
  async find(@Given.params(api.adminAvailability.incident.params) { id }: IncidentId): Promise<Incident> {
    const incident = await this.database.asProvider((tx) => this.incidents.find(tx, id));
    if (!incident) throw new Refusal('incident.not_found');
    return showIncident(incident);
  }

  @Answers(api.adminAvailability.openIncident)
  async open(@Given.body(api.adminAvailability.openIncident.body) asked: NewIncidentWords, @ActingBy() by: Actor): Promise<Incident> {
    return showIncident(await this.keeping.open(asked, by));
  }

  @Answers(api.adminAvailability.updateIncident)
  async update(@Given.params(api.adminAvailability.updateIncident.params) { id }: IncidentId, @Given.body(api.adminAvailability.updateIncident.body) { state, words }: { state: IncidentState; words: NewIncidentWords['words'] }, @ActingBy() by: Actor): Promise<Incident> {
    return showIncident(await this.keeping.update(id, state, words, by));
  }
}
