GRANT SELECT (previous_until), UPDATE (previous_sealed, previous_sealed_key, previous_until) ON "webhook" TO inkproof_gate;
CREATE POLICY gate ON "webhook" TO inkproof_gate USING (true) WITH CHECK (true);

CREATE FUNCTION gate_forget_secrets(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (UPDATE webhook w SET previous_sealed = NULL, previous_sealed_key = NULL, previous_until = NULL WHERE w.previous_until <= at RETURNING 1) SELECT count(*) FROM gone
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_forget_secrets(timestamptz) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_forget_secrets(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_forget_secrets(timestamptz) TO inkproof_app;
