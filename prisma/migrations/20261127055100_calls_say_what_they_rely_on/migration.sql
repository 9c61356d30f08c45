-- Every call joins to the text as it stood that second: a version that was handed in never changes and never goes.
ALTER TABLE "ledger_entry" ADD COLUMN "filing_version_id" TEXT, ADD COLUMN "authorisation_id" TEXT, ADD COLUMN "declared_categories" "PersonalCategory"[];
ALTER TABLE "open_call" ADD COLUMN "filing_version_id" TEXT, ADD COLUMN "authorisation_id" TEXT, ADD COLUMN "declared_categories" "PersonalCategory"[];
ALTER TABLE "job" ADD COLUMN "filing_version_id" TEXT, ADD COLUMN "authorisation_id" TEXT, ADD COLUMN "declared_categories" "PersonalCategory"[];
ALTER TABLE "recognition" ADD COLUMN "filing_version_id" TEXT, ADD COLUMN "authorisation_id" TEXT, ADD COLUMN "declared_categories" "PersonalCategory"[], ADD COLUMN "detected_categories" "PersonalCategory"[];
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_tenant_id_filing_version_id_fkey" FOREIGN KEY ("tenant_id", "filing_version_id") REFERENCES "filing_version"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "recognition_relied" ON "recognition" ("tenant_id", "filing_version_id", "created_at") WHERE "filing_version_id" IS NOT NULL;
CREATE INDEX "ledger_entry_relied" ON "ledger_entry" ("tenant_id", "filing_version_id", "at") WHERE "filing_version_id" IS NOT NULL;

CREATE OR REPLACE FUNCTION gate_record_lost_calls(most integer) RETURNS TABLE (tenant_id text, id text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM open_call c WHERE c.id = ANY (ARRAY(SELECT o.id FROM open_call o WHERE o.expires_at <= clock_timestamp() LIMIT most)) RETURNING c.*)
  INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, code, reason, page_reasons, recognition_id, pages, billed_pages, duration_ms, filing_version_id, authorisation_id, declared_categories)
    SELECT g.id, g.tenant_id, g.at, g.request_id, g.key_id, g.channel, g.environment, g.route, 'failed', 'server.fault', 'node_lost', '{}', NULL, 0, 0, 0, g.filing_version_id, g.authorisation_id, g.declared_categories FROM gone g
    ON CONFLICT (id) DO NOTHING
  RETURNING ledger_entry.tenant_id, ledger_entry.id
$$;

CREATE OR REPLACE FUNCTION call_note(tenant text, moment timestamptz, call jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO open_call (id, tenant_id, at, request_id, key_id, channel, environment, route, expires_at, filing_version_id, authorisation_id, declared_categories)
    SELECT c.id, tenant, moment, c.request_id, c.key_id, c.channel, c.environment, c.route, clock_timestamp() + make_interval(secs => c.lasts_ms / 1000.0), c.version_id, c.authorisation_id, c.categories::"PersonalCategory"[]
    FROM jsonb_to_record(call) AS c (id text, request_id text, key_id text, channel "Channel", environment "Environment", route text, lasts_ms integer, version_id text, authorisation_id text, categories text[])
$$;
