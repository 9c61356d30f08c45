import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { StatementLaw } from './testing/statement-law.js';

let law: StatementLaw;
beforeAll(async () => {
  law = await StatementLaw.open(inject('plansUrl'));
});
afterAll(() => law.close());

const looseIn = (text: string, byProvider = false): Promise<string[]> => law.looseIn({ text, byProvider });

describe('a statement in the name of a tenant', () => {
  it.each([
    ['reads rows of whoever asks', 'SELECT id FROM job WHERE tenant_id = $1 AND id = $2'],
    ['names it as the client writes it', 'SELECT "public"."job"."id" FROM "public"."job" WHERE ("public"."job"."tenant_id" = $1 AND "public"."job"."id" IN ($2,$3)) ORDER BY "public"."job"."id" DESC LIMIT $4 OFFSET $5'],
    ['asks for several', 'SELECT id FROM job WHERE tenant_id IN ($1, $2)'],
    ['changes rows', 'UPDATE job SET tag = $3 WHERE tenant_id = $1 AND id = $2'],
    ['destroys rows', 'DELETE FROM job_page WHERE tenant_id = $1 AND job_id = ANY($2)'],
    ['binds a row to one that names it', 'SELECT d.number FROM job j JOIN job_document d ON d.tenant_id = j.tenant_id AND d.job_id = j.id WHERE j.tenant_id = $1'],
    ['binds a subselect', 'SELECT j.id FROM job j WHERE j.tenant_id = $1 AND (j.tag = $2 OR EXISTS (SELECT FROM job_document d WHERE d.tenant_id = j.tenant_id AND d.job_id = j.id AND d.tag = $2))'],
    ['binds rows to a named part of itself', 'WITH asked AS MATERIALIZED (SELECT id, tenant_id FROM job WHERE tenant_id = $1) SELECT d.number FROM asked a JOIN job_document d ON d.tenant_id = a.tenant_id AND d.job_id = a.id'],
    ['asks for its own and for what is everybody’s', 'SELECT months FROM retention_rule WHERE tenant_id IS NULL OR tenant_id = $1'],
    ['adds a row', `INSERT INTO webhook_attempt (delivery_id, tenant_id, number) VALUES ($1, $2, $3)`],
    ['reads what is nobody’s', 'SELECT name FROM sweep'],
    ['knows whose a row is by another column', 'SELECT seq FROM audit_entry WHERE chain = $1'],
  ])('that %s is in order', async (_, text) => {
    expect(await looseIn(text)).toEqual([]);
  });

  it.each([
    ['asks by an id alone', 'SELECT id FROM job WHERE id = $1', ['job']],
    ['asks by an id alone as the client writes it', 'SELECT "public"."job"."id" FROM "public"."job" WHERE ("public"."job"."id" = $1 AND 1=1) LIMIT $2 OFFSET $3', ['job']],
    ['changes by an id alone', 'UPDATE job SET tag = $2 WHERE id = $1', ['job']],
    ['destroys by an id alone', 'DELETE FROM job_page WHERE job_id = ANY($1)', ['job_page']],
    ['asks for all but one tenant', 'SELECT id FROM job WHERE tenant_id <> $1', ['job']],
    ['joins by an id alone', 'SELECT d.number FROM job j JOIN job_document d ON d.job_id = j.id WHERE j.tenant_id = $1', ['job_document']],
    ['binds two tables to each other and neither to a tenant', 'SELECT d.number FROM job j JOIN job_document d ON d.tenant_id = j.tenant_id AND d.job_id = j.id WHERE j.id = $1', ['job', 'job_document']],
    ['forgets one of two places', 'SELECT id FROM job WHERE tenant_id = $1 UNION ALL SELECT job_id FROM job_page WHERE job_id = $2', ['job_page']],
    ['forgets a subselect', 'SELECT j.id FROM job j WHERE j.tenant_id = $1 AND EXISTS (SELECT FROM job_document d WHERE d.job_id = j.id)', ['job_document']],
    ['asks for everything', 'SELECT count(*) FROM tenant', ['tenant']],
  ])('that %s is not', async (_, text, tables) => {
    expect((await looseIn(text)).sort()).toEqual(tables);
  });
});

it('lets the provider find by its id what it then tells the tenant of, and change nothing so', async () => {
  const find = 'SELECT "public"."outage"."id" FROM "public"."outage" WHERE "public"."outage"."id" = $1 LIMIT $2 OFFSET $3';
  expect([await looseIn(find, true), await looseIn(find)]).toEqual([[], ['outage']]);
  expect(await looseIn('UPDATE "public"."outage" SET "until" = $1 WHERE "public"."outage"."id" = $2', true)).toEqual(['outage']);
});
