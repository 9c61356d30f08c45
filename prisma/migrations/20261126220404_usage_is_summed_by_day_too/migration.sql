-- CreateTable
CREATE TABLE "usage_day" (
    "tenant_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "key_id" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "environment" "Environment" NOT NULL,
    "route" TEXT NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "calls" BIGINT NOT NULL,
    "pages" BIGINT NOT NULL,
    "billed_pages" BIGINT NOT NULL,

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("tenant_id","day","key_id","channel","environment","route","outcome","reason")
);

-- AddForeignKey
ALTER TABLE "usage_day" ADD CONSTRAINT "usage_day_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "usage_day" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "usage_day" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY gate ON "usage_day" TO inkproof_gate USING (true) WITH CHECK (true);
GRANT SELECT ON "usage_day" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ON "usage_day" TO inkproof_gate;

-- The days of a tenant with what is not summed yet.
CREATE FUNCTION usage_days(tenant text, since date, until date) RETURNS SETOF usage_day
LANGUAGE sql STABLE AS $$
  SELECT d.* FROM usage_day d WHERE d.tenant_id = tenant AND d.day >= since AND d.day <= until
  UNION ALL
  SELECT l.tenant_id, usage_day(l.at), COALESCE(l.key_id, ''), l.channel, l.environment, l.route, l.outcome, l.reason, 1, l.pages, l.billed_pages
  FROM ledger_tail t JOIN ledger_entry l ON l.id = t.entry_id WHERE t.tenant_id = tenant AND usage_day(l.at) BETWEEN since AND until
$$;

-- Sums by day beside those by hour: a page of a month adds up a thirtieth of the rows.
CREATE OR REPLACE FUNCTION gate_fold_usage(most integer) RETURNS TABLE (folded bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('usage:fold', 0)) THEN RETURN QUERY SELECT 0::bigint; RETURN; END IF;
  RETURN QUERY
  WITH taken AS (
    DELETE FROM ledger_tail WHERE entry_id = ANY (ARRAY(SELECT t.entry_id FROM ledger_tail t ORDER BY t.entry_id LIMIT most)) RETURNING entry_id
  ), entries AS MATERIALIZED (
    SELECT l.* FROM taken t JOIN ledger_entry l ON l.id = t.entry_id
  ), hours AS (
    INSERT INTO usage_hour (tenant_id, hour, key_id, channel, environment, route, outcome, reason, calls, pages, billed_pages)
      SELECT e.tenant_id, date_trunc('hour', e.at), COALESCE(e.key_id, ''), e.channel, e.environment, e.route, e.outcome, e.reason, count(*), sum(e.pages), sum(e.billed_pages)
      FROM entries e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (tenant_id, hour, key_id, channel, environment, route, outcome, reason) DO UPDATE
        SET calls = usage_hour.calls + EXCLUDED.calls, pages = usage_hour.pages + EXCLUDED.pages, billed_pages = usage_hour.billed_pages + EXCLUDED.billed_pages
  ), days AS (
    INSERT INTO usage_day (tenant_id, day, key_id, channel, environment, route, outcome, reason, calls, pages, billed_pages)
      SELECT e.tenant_id, usage_day(e.at), COALESCE(e.key_id, ''), e.channel, e.environment, e.route, e.outcome, e.reason, count(*), sum(e.pages), sum(e.billed_pages)
      FROM entries e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (tenant_id, day, key_id, channel, environment, route, outcome, reason) DO UPDATE
        SET calls = usage_day.calls + EXCLUDED.calls, pages = usage_day.pages + EXCLUDED.pages, billed_pages = usage_day.billed_pages + EXCLUDED.billed_pages
  ), durations AS (
    INSERT INTO usage_duration (tenant_id, day, duration_ms, calls)
      SELECT e.tenant_id, usage_day(e.at), usage_rounded(e.duration_ms), count(*) FROM entries e WHERE e.outcome = 'accepted' GROUP BY 1, 2, 3
      ON CONFLICT (tenant_id, day, duration_ms) DO UPDATE SET calls = usage_duration.calls + EXCLUDED.calls
  )
  SELECT count(*) FROM taken;
END $$;
