import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type StaffPerson, type StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { KeepPeople } from '../actions/keep-people.js';
import { ActingBy } from './called-by.js';
import { showPlaced } from './show-people.js';

interface PersonId {
  id: Id<'per'>;
}

@Controller()
export class StaffController {
  constructor(@Inject(KeepPeople) private readonly people: KeepPeople) {}

  @Answers(api.staff.list)
  async list(): Promise<{ items: StaffPerson[] }> {
    return { items: (await this.people.list('provider')).map<StaffPerson>(showPlaced) };
  }

  @Answers(api.staff.change)
  async change(@Given.params(api.staff.change.params) { id }: PersonId, @Given.body(api.staff.change.body) { role }: { role: StaffRole }, @ActingBy() by: Actor): Promise<StaffPerson> {
    return showPlaced(await this.people.changeRole('provider', id, role, by));
  }

  @Answers(api.staff.remove)
  remove(@Given.params(api.staff.remove.params) { id }: PersonId, @ActingBy() by: Actor): Promise<void> {
    return this.people.remove('provider', id, by);
  }
}
