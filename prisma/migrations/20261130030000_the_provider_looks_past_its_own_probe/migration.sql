-- Probes call as a tenant of their own (docs/decisions/0088). It is nobody's customer: the provider sees it where it names it,
-- and in no list, queue, count or sum.
CREATE FUNCTION app_is_provider_of(whose text) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app_is_provider() AND (whose <> 'ten_00000000000000000000000000' OR whose IS NOT DISTINCT FROM app_tenant()) $$;

ALTER POLICY provider ON "tenant" USING (app_is_provider_of("id")) WITH CHECK (app_is_provider_of("id"));
ALTER POLICY provider ON "ticket" USING (app_is_provider_of("tenant_id")) WITH CHECK (app_is_provider_of("tenant_id"));
ALTER POLICY provider ON "ticket_event" USING (app_is_provider_of("tenant_id")) WITH CHECK (app_is_provider_of("tenant_id") AND "side" <> 'tenant');

-- What looks behind the fence leaves it out by itself.
CREATE OR REPLACE FUNCTION gate_sum_minutes(back integer) RETURNS TABLE (at timestamptz, accepted bigint, refused bigint, failed bigint, p50_ms integer, p95_ms integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.at, count(l.id) FILTER (WHERE l.outcome = 'accepted'), count(l.id) FILTER (WHERE l.outcome = 'refused'), count(l.id) FILTER (WHERE l.outcome = 'failed'),
         percentile_disc(0.5) WITHIN GROUP (ORDER BY l.duration_ms) FILTER (WHERE l.outcome = 'accepted'),
         percentile_disc(0.95) WITHIN GROUP (ORDER BY l.duration_ms) FILTER (WHERE l.outcome = 'accepted')
  FROM generate_series(date_trunc('minute', now()) - make_interval(mins => back - 1), date_trunc('minute', now()), interval '1 minute') AS m (at)
  LEFT JOIN ledger_entry l ON l.at >= m.at AND l.at < m.at + interval '1 minute' AND app_is_provider_of(l.tenant_id)
  WHERE app_is_provider() GROUP BY m.at ORDER BY m.at
$$;
CREATE OR REPLACE FUNCTION gate_sum_busiest(back integer, most integer) RETURNS TABLE (tenant_id text, accepted bigint, refused bigint, failed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.tenant_id, count(*) FILTER (WHERE l.outcome = 'accepted'), count(*) FILTER (WHERE l.outcome = 'refused'), count(*) FILTER (WHERE l.outcome = 'failed')
  FROM ledger_entry l WHERE app_is_provider_of(l.tenant_id) AND l.at >= date_trunc('minute', now()) - make_interval(mins => back - 1)
  GROUP BY l.tenant_id ORDER BY count(*) DESC, l.tenant_id LIMIT most
$$;
