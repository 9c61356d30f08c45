-- What a tenant called is the tenant's: staff see sums, and single calls only under a support access that runs. The store
-- holds this, so that no statement of ours can show more by mistake.
DROP POLICY provider_reads ON "ledger_entry";
DROP POLICY provider_reads ON "ledger_tail";
DROP POLICY provider_reads ON "usage_hour";
CREATE POLICY support_reads ON "ledger_entry" FOR SELECT TO inkproof_app USING ("tenant_id" = (SELECT app_support_tenant()));

-- The calls of one tenant in the 24 hours before now, summed. The hours that are whole come from the sums, the first one
-- in part from the ledger.
CREATE FUNCTION gate_sum_day(tenant text) RETURNS TABLE (accepted bigint, refused bigint, failed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT COALESCE(sum(d.calls) FILTER (WHERE d.outcome = 'accepted'), 0)::bigint, COALESCE(sum(d.calls) FILTER (WHERE d.outcome = 'refused'), 0)::bigint,
         COALESCE(sum(d.calls) FILTER (WHERE d.outcome = 'failed'), 0)::bigint
  FROM (SELECT h.outcome, h.calls FROM usage_hours(tenant, date_trunc('hour', now() - interval '23 hours'), 'infinity') h
        UNION ALL
        SELECT e.outcome, 1 FROM ledger_entry e WHERE e.tenant_id = tenant AND e.at > now() - interval '24 hours' AND e.at < date_trunc('hour', now() - interval '23 hours')) d
  WHERE app_is_provider()
$$;

-- The calls of all tenants together, minute by minute up to this one, oldest first.
CREATE FUNCTION gate_sum_minutes(back integer) RETURNS TABLE (at timestamptz, accepted bigint, refused bigint, failed bigint, p50_ms integer, p95_ms integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.at, count(l.id) FILTER (WHERE l.outcome = 'accepted'), count(l.id) FILTER (WHERE l.outcome = 'refused'), count(l.id) FILTER (WHERE l.outcome = 'failed'),
         percentile_disc(0.5) WITHIN GROUP (ORDER BY l.duration_ms) FILTER (WHERE l.outcome = 'accepted'),
         percentile_disc(0.95) WITHIN GROUP (ORDER BY l.duration_ms) FILTER (WHERE l.outcome = 'accepted')
  FROM generate_series(date_trunc('minute', now()) - make_interval(mins => back - 1), date_trunc('minute', now()), interval '1 minute') AS m (at)
  LEFT JOIN ledger_entry l ON l.at >= m.at AND l.at < m.at + interval '1 minute'
  WHERE app_is_provider() GROUP BY m.at ORDER BY m.at
$$;

-- The tenants with most calls in the same minutes.
CREATE FUNCTION gate_sum_busiest(back integer, most integer) RETURNS TABLE (tenant_id text, accepted bigint, refused bigint, failed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.tenant_id, count(*) FILTER (WHERE l.outcome = 'accepted'), count(*) FILTER (WHERE l.outcome = 'refused'), count(*) FILTER (WHERE l.outcome = 'failed')
  FROM ledger_entry l WHERE app_is_provider() AND l.at >= date_trunc('minute', now()) - make_interval(mins => back - 1)
  GROUP BY l.tenant_id ORDER BY count(*) DESC, l.tenant_id LIMIT most
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_sum_day(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_sum_minutes(integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_sum_busiest(integer, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_sum_day(text), gate_sum_minutes(integer), gate_sum_busiest(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_sum_day(text), gate_sum_minutes(integer), gate_sum_busiest(integer, integer) TO inkproof_app;
