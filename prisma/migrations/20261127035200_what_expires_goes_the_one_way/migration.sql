ALTER TABLE "idempotent_call" ADD COLUMN "about" TEXT;
CREATE INDEX "idempotent_call_subject_about_idx" ON "idempotent_call"("subject", "about");
CREATE INDEX "job_document_file_id_idx" ON "job_document"("file_id");
CREATE INDEX "job_document_result_id_idx" ON "job_document"("result_id");
CREATE INDEX "recognition_file_id_idx" ON "recognition"("file_id");
CREATE INDEX "recognition_result_id_idx" ON "recognition"("result_id");
DROP INDEX "recognition_kept_until_idx";
CREATE INDEX "recognition_kept_until_id_idx" ON "recognition"("kept_until", "id");

-- A key has no name but that of what it sealed, and bytes lie outside by now.
ALTER TABLE "tombstone" DROP COLUMN "keys", ADD COLUMN "blobs" TEXT[];
ALTER TABLE "tombstone" RENAME COLUMN "objects" TO "keys";

-- The application erases as the tenant whose things they are, and the store asks for the tombstone of each.
GRANT DELETE ON "recognition", "job" TO inkproof_app;
GRANT UPDATE ("sealed", "sealed_key", "kept", "kept_until", "result_id", "file_id") ON "recognition" TO inkproof_app;
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "recognition" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('recognition');
CREATE CONSTRAINT TRIGGER result_erased_on_record AFTER UPDATE OF "sealed_key", "result_id" ON "recognition" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.sealed_key IS NOT NULL AND NEW.sealed_key IS NULL OR OLD.result_id IS NOT NULL AND NEW.result_id IS NULL) EXECUTE FUNCTION erased_on_record('recognition_result', 'recognition');
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "job" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('job');
CREATE CONSTRAINT TRIGGER result_erased_on_record AFTER UPDATE OF "sealed_key" ON "job" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.sealed_key IS NOT NULL AND NEW.sealed_key IS NULL) EXECUTE FUNCTION erased_on_record('job_result', 'job');

-- Who used to erase for all tenants at once only finds from now on, page by page, so that what is held is passed by.
DROP FUNCTION gate_erase_results(timestamptz);
DROP FUNCTION gate_forget_jobs(timestamptz);
DROP FUNCTION gate_find_expired_jobs(timestamptz);
DROP POLICY gate ON "recognition";
REVOKE UPDATE (sealed, sealed_key, kept, kept_until, result_id, file_id) ON "recognition" FROM inkproof_gate;
REVOKE DELETE ON "job" FROM inkproof_gate;
GRANT SELECT (tenant_id, result_id, file_id) ON "recognition" TO inkproof_gate;
CREATE POLICY gate ON "recognition" FOR SELECT TO inkproof_gate USING (true);

CREATE FUNCTION gate_find_expired_results(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.tenant_id, r.kept_until FROM recognition r WHERE r.kept_until <= at AND (r.kept_until, r.id) > (after_at, after_id) ORDER BY r.kept_until, r.id LIMIT most
$$;
CREATE FUNCTION gate_find_expired_jobs(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.id, j.tenant_id, j.expires_at FROM job j WHERE j.expires_at <= at AND j.erased_at IS NULL AND j.state NOT IN ('queued', 'running') AND (j.expires_at, j.id) > (after_at, after_id) ORDER BY j.expires_at, j.id LIMIT most
$$;
-- Jobs that nobody finished in time: they are ended first, and that is more than erasing.
CREATE FUNCTION gate_find_overdue_jobs(at timestamptz)
RETURNS TABLE (id text, tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.id, j.tenant_id FROM job j WHERE j.expires_at <= at AND j.state IN ('queued', 'running') ORDER BY j.expires_at LIMIT 100
$$;
CREATE FUNCTION gate_find_forgotten_jobs(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.id, j.tenant_id, j.erased_at FROM job j WHERE j.erased_at <= at AND (j.erased_at, j.id) > (after_at, after_id) ORDER BY j.erased_at, j.id LIMIT most
$$;
CREATE INDEX "job_erased_at_id_idx" ON "job"("erased_at", "id");

-- Only what no record names: pieces of a call between two nodes. All else goes with its record.
CREATE OR REPLACE FUNCTION gate_forget_objects(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM stored_object o WHERE o.expires_at <= at
    AND NOT EXISTS (SELECT FROM recognition r WHERE r.file_id = o.id)
    AND NOT EXISTS (SELECT FROM recognition r WHERE r.result_id = o.id)
    AND NOT EXISTS (SELECT FROM job_document d WHERE d.file_id = o.id)
    AND NOT EXISTS (SELECT FROM job_document d WHERE d.result_id = o.id) RETURNING 1)
  SELECT count(*) FROM gone
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_expired_results(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_jobs(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_overdue_jobs(timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_forgotten_jobs(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_expired_results(timestamptz, timestamptz, text, integer), gate_find_expired_jobs(timestamptz, timestamptz, text, integer), gate_find_forgotten_jobs(timestamptz, timestamptz, text, integer), gate_find_overdue_jobs(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_expired_results(timestamptz, timestamptz, text, integer), gate_find_expired_jobs(timestamptz, timestamptz, text, integer), gate_find_forgotten_jobs(timestamptz, timestamptz, text, integer), gate_find_overdue_jobs(timestamptz) TO inkproof_app;
