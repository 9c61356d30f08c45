ALTER TABLE "recognition" ADD COLUMN "result_id" TEXT;
GRANT UPDATE (result_id) ON "recognition" TO inkproof_gate;

CREATE OR REPLACE FUNCTION gate_erase_results(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (UPDATE recognition r SET sealed = NULL, sealed_key = NULL, kept = 'none', kept_until = NULL, result_id = NULL, file_id = NULL WHERE r.kept_until <= at RETURNING 1) SELECT count(*) FROM gone
$$;
