import { FoundTenant } from '@inkproof/identity';
import { addDays, CountingIds, shanghaiDay, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { fileText, moveText, openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenWay, inForceAt, type Dated } from '../model/in-force.js';
import { GateStore } from '../store/gate-store.js';
import { PassGate } from './pass-gate.js';

const ids = new CountingIds();
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let gate: PassGate;
let tenant: Id<'ten'>;
let other: Id<'ten'>;
let filing: Id<'flg'>;
let word: Id<'aut'>;

const found = async (name: string): Promise<Id<'ten'>> => (await database.asProvider((tx) => new FoundTenant(ids, new StillClock()).in(tx, { name, owner: { name, email: `${name}@x.example` } }))).tenantId;
const first = (): Id<'flv'> => `flv_${filing}1`;
const second = (): Id<'flv'> => `flv_${filing}2`;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  gate = new PassGate(new GateStore(database));
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  [tenant, other] = [await found('one'), await found('other')];
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});
beforeEach(async () => {
  filing = ids.next('flg');
  word = ids.next('aut');
  await fileText(owner, { tenantId: tenant, filingId: filing, versionId: first() });
  await owner.query(
    `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, created_at, custody, commitment) VALUES ($1, $2, $3, '\\x00', '{phone}', '{web_operation}', '2026-01-01', '2026-01-01', 'commitment', sha256('x'))`,
    [word, tenant, first()],
  );
});
const refused = (code: string) => ({ code });

describe('the gate', () => {
  it('asks nobody for a call that declares none', async () => expect(await gate.for(tenant, 'none')).toBeUndefined());

  it('lets through what the version in force permits, and what the person agreed to of it', async () => {
    expect(await gate.for(tenant, { filing })).toEqual({ filingId: filing, number: 1, versionId: first(), authorisationId: null, categories: ['name', 'phone'], keepsDays: null });
    expect(await gate.for(tenant, { filing: first(), authorization: word })).toMatchObject({ authorisationId: word, categories: ['phone'] });
  });

  it('holds a withdrawal from its commit on, and looks at nothing it has seen before', async () => {
    await gate.for(tenant, { filing, authorization: word });
    await owner.query(`UPDATE authorisation SET withdrawn_at = clock_timestamp(), kept_until = clock_timestamp() WHERE id = $1`, [word]);
    await expect(gate.for(tenant, { filing, authorization: word })).rejects.toMatchObject(refused('consent.authorization_withdrawn'));
    await moveText(owner, first(), 'withdrawn');
    await expect(gate.for(tenant, { filing })).rejects.toMatchObject(refused('consent.withdrawn'));
  });

  it('goes by the version in force, and by one that is named', async () => {
    await fileText(owner, { tenantId: tenant, filingId: filing, versionId: second(), number: 2, state: 'submitted' });
    expect(await gate.for(tenant, { filing })).toMatchObject({ number: 1 });
    await expect(gate.for(tenant, { filing: second() })).rejects.toMatchObject(refused('consent.not_accepted'));
    await moveText(owner, first(), 'superseded');
    await moveText(owner, second(), 'accepted');
    expect(await gate.for(tenant, { filing })).toMatchObject({ number: 2, versionId: second() });
    await expect(gate.for(tenant, { filing: first() })).rejects.toMatchObject(refused('consent.superseded'));
    expect(await gate.for(tenant, { filing, authorization: word })).toMatchObject({ number: 2, authorisationId: word });
  });

  it('agrees with the law of what is in force, whatever days versions were accepted for', async () => {
    const today = shanghaiDay(await database.now());
    for (const days of [[-2, 1], [1, 2], [-3, -1], [-2, 2, 0], [-2, 0, 2], [null, 1], [2, -1, 1]]) {
      const named = ids.next('flg');
      for (const [index, day] of days.entries()) await fileText(owner, { tenantId: tenant, filingId: named, versionId: `flv_${named}${index}`, number: index + 1, effectiveOn: day === null ? null : addDays(today, day) });
      const versions = days.map((day, index): Dated => ({ number: index + 1, state: 'accepted', acceptedAt: new Date(0), effectiveOn: day === null ? null : addDays(today, day), endedAt: null }));
      const inForce = inForceAt(versions, await database.now());
      if (inForce) expect(await gate.for(tenant, { filing: named })).toMatchObject({ number: inForce.number });
      else await expect(gate.for(tenant, { filing: named })).rejects.toMatchObject(refused('consent.not_yet_effective'));
      const gone = new Set(givenWay(versions, await database.now()).map(({ version: { number } }) => number));
      for (const { number } of versions) {
        const call = gate.for(tenant, { filing: `flv_${named}${number - 1}` });
        if (number === inForce?.number) expect(await call).toMatchObject({ number });
        else await expect(call).rejects.toMatchObject(refused(gone.has(number) ? 'consent.superseded' : 'consent.not_yet_effective'));
      }
    }
  });

  it('asks for the person’s word anew when the purpose changed', async () => {
    await moveText(owner, first(), 'superseded');
    await fileText(owner, { tenantId: tenant, filingId: filing, versionId: second(), number: 2, purpose: 'advertising' });
    await expect(gate.for(tenant, { filing, authorization: word })).rejects.toMatchObject(refused('consent.authorization_superseded'));
  });

  it('finds a withdrawn filing withdrawn while the next version is being written', async () => {
    await moveText(owner, first(), 'withdrawn');
    await fileText(owner, { tenantId: tenant, filingId: filing, versionId: second(), number: 2, state: 'draft' });
    await expect(gate.for(tenant, { filing })).rejects.toMatchObject(refused('consent.withdrawn'));
  });

  it('knows neither filing nor authorisation of another tenant', async () => {
    await expect(gate.for(other, { filing })).rejects.toMatchObject(refused('consent.filing_not_found'));
    const theirs = ids.next('flg');
    await fileText(owner, { tenantId: other, filingId: theirs, versionId: `flv_${theirs}` });
    await expect(gate.for(other, { filing: theirs, authorization: word })).rejects.toMatchObject(refused('consent.authorization_not_found'));
  });
});
