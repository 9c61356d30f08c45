-- Each tenant's first, then each tenant's second: receivers of one tenant that answer slowly hold up nobody else's messages.
DROP FUNCTION gate_take_deliveries(integer);
CREATE FUNCTION gate_take_deliveries(most integer)
RETURNS TABLE (id text, tenant_id text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ranked AS (
    SELECT w.id, row_number() OVER (PARTITION BY w.tenant_id ORDER BY w.next_attempt_at) AS turn FROM webhook_delivery w WHERE w.next_attempt_at <= clock_timestamp()
  ), due AS (
    SELECT w.id FROM webhook_delivery w JOIN ranked r ON r.id = w.id
    WHERE w.next_attempt_at <= clock_timestamp() ORDER BY r.turn, w.next_attempt_at LIMIT most FOR UPDATE OF w SKIP LOCKED
  )
  UPDATE webhook_delivery d SET next_attempt_at = clock_timestamp() + interval '1 minute' FROM due WHERE d.id = due.id
  RETURNING d.id, d.tenant_id
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_take_deliveries(integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_take_deliveries(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_take_deliveries(integer) TO inkproof_app;
