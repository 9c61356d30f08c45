-- Jobs from before weigh nothing; the last of them is erased within three days.
ALTER TABLE "job" ADD COLUMN "kept_bytes" BIGINT NOT NULL DEFAULT 0;

-- Those of which anything is left are few among those that are remembered. What they weigh is not in the index: it changes with every page.
CREATE INDEX "job_erased_at_tenant_id_idx" ON "job"("erased_at", "tenant_id");

-- The disk is everybody's, so everybody's jobs are weighed, and the tenant's own beside them.
CREATE FUNCTION gate_weigh_jobs(of_tenant text)
RETURNS TABLE (all_bytes bigint, own_bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT COALESCE(sum(j.kept_bytes), 0)::bigint, COALESCE(sum(j.kept_bytes) FILTER (WHERE j.tenant_id = of_tenant), 0)::bigint
  FROM job j WHERE j.erased_at IS NULL
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_weigh_jobs(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_weigh_jobs(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_weigh_jobs(text) TO inkproof_app;
