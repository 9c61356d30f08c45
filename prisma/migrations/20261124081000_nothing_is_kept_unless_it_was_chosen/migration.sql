CREATE TYPE "Retention" AS ENUM ('none', 'result', 'all');

ALTER TABLE "api_key" ADD COLUMN "retention" "Retention" NOT NULL DEFAULT 'none';

ALTER TABLE "recognition"
    ADD COLUMN "job_id" TEXT,
    ADD COLUMN "kept" "Retention" NOT NULL DEFAULT 'none',
    ADD COLUMN "kept_until" TIMESTAMPTZ(3),
    ADD COLUMN "file_id" TEXT,
    ALTER COLUMN "sealed" DROP NOT NULL,
    ALTER COLUMN "sealed_key" DROP NOT NULL;

CREATE INDEX "recognition_kept_until_idx" ON "recognition"("kept_until");

-- The gate also tells what the key keeps.
DROP FUNCTION gate_find_key(text);
CREATE FUNCTION gate_find_key(presented text)
RETURNS TABLE (id text, tenant_id text, label text, environment text, retention text, revoked boolean, used_lately boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.tenant_id, k.label, k.environment::text, k.retention::text, k.revoked_at IS NOT NULL,
         COALESCE(k.last_used_at > clock_timestamp() - interval '1 minute', false)
  FROM api_key k WHERE k.secret_hash = presented
$$;

-- Results whose time is over are erased for all tenants at once, by a role that can do nothing else to them.
GRANT SELECT (id, kept_until), UPDATE (sealed, sealed_key, kept, kept_until, file_id) ON "recognition" TO inkproof_gate;
CREATE POLICY gate ON "recognition" TO inkproof_gate USING (true) WITH CHECK (true);

CREATE FUNCTION gate_erase_results(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (UPDATE recognition r SET sealed = NULL, sealed_key = NULL, kept = 'none', kept_until = NULL, file_id = NULL WHERE r.kept_until <= at RETURNING 1) SELECT count(*) FROM gone
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_key(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_results(timestamptz) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_key(text), gate_erase_results(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_key(text), gate_erase_results(timestamptz) TO inkproof_app;
