import crypto from 'node:crypto';
import type pg from 'pg';

/** As a member acts in specs. */
export interface SpecMember {
  tenantId: `ten_${string}`;
  email: string;
  by: { kind: 'member'; id: string; role: 'owner'; requestId: string };
}

/** As somebody of the staff acts in specs. */
export interface SpecStaff<Role extends string> {
  kind: 'staff';
  id: string;
  role: Role;
  requestId: string;
}

const idOf = <Prefix extends string>(prefix: Prefix): `${Prefix}_${string}` => `${prefix}_${crypto.randomBytes(16).toString('hex')}`;

/** Tenants and people of a spec, written by the owner of the database: for specs of what such people do, not of how they came about. */
export class SpecPeople {
  #count = 0;

  constructor(private readonly owner: pg.Client) {}

  /** A tenant and its owner. */
  async tenant(name?: string): Promise<SpecMember> {
    const tenantId = idOf('ten');
    const email = `owner@${name ?? `tenant${++this.#count}`}.example`;
    const id = await this.person('Lu', email);
    await this.owner.query('INSERT INTO tenant (id, name, created_at) VALUES ($1, $2, clock_timestamp())', [tenantId, name ?? email]);
    await this.owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'owner', clock_timestamp())`, [tenantId, id]);
    return { tenantId, email, by: { kind: 'member', id, role: 'owner', requestId: 'req_1' } };
  }

  async staff<Role extends string>(name: string, role: Role): Promise<SpecStaff<Role>> {
    const id = await this.person(name, `${name}@provider.example`);
    await this.owner.query('INSERT INTO staff (person_id, role, created_at) VALUES ($1, $2::"StaffRole", clock_timestamp())', [id, role]);
    return { kind: 'staff', id, role, requestId: 'req_2' };
  }

  async person(name: string, email: string): Promise<`per_${string}`> {
    const id = idOf('per');
    await this.owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) VALUES ($1, $2, $3, 'x', clock_timestamp())`, [id, name, email]);
    return id;
  }
}
