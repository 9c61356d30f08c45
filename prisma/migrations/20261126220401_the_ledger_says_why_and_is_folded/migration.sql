-- What was billed and why, by which door, and whether a test key called.
ALTER TABLE "ledger_entry" ADD COLUMN "environment" "Environment" NOT NULL DEFAULT 'live';
ALTER TABLE "ledger_entry" ADD COLUMN "route" TEXT NOT NULL DEFAULT 'recognitions';
ALTER TABLE "ledger_entry" ADD COLUMN "reason" TEXT NOT NULL DEFAULT 'not_noted';
ALTER TABLE "ledger_entry" ADD COLUMN "page_reasons" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "ledger_entry" ALTER COLUMN "environment" DROP DEFAULT, ALTER COLUMN "route" DROP DEFAULT, ALTER COLUMN "reason" DROP DEFAULT, ALTER COLUMN "page_reasons" DROP DEFAULT;
-- No page is billed twice, and none that was not there.
ALTER TABLE "ledger_entry" ADD CHECK ("billed_pages" BETWEEN 0 AND "pages");
ALTER TABLE "ledger_entry" ADD CHECK ("environment" = 'live' OR "billed_pages" = 0);
ALTER TABLE "job_document" ADD COLUMN "page_reasons" JSONB;

-- A call between its admission and its record. Whoever records it takes it away; what a node left behind that died is
-- recorded by others once its time is over, under the same id, so that it stands in the ledger once.
CREATE TABLE "open_call" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "request_id" TEXT NOT NULL,
    "key_id" TEXT,
    "channel" "Channel" NOT NULL,
    "environment" "Environment" NOT NULL,
    "route" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "open_call_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "open_call_expires_at_idx" ON "open_call"("expires_at");
ALTER TABLE "open_call" ADD CONSTRAINT "open_call_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Entries of the ledger that are not in the sums yet.
CREATE TABLE "ledger_tail" (
    "entry_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,

    CONSTRAINT "ledger_tail_pkey" PRIMARY KEY ("entry_id")
);
CREATE INDEX "ledger_tail_tenant_id_idx" ON "ledger_tail"("tenant_id");

-- Sums of the ledger by hour. An hour of UTC is an hour of Shanghai.
CREATE TABLE "usage_hour" (
    "tenant_id" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "key_id" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "environment" "Environment" NOT NULL,
    "route" TEXT NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "calls" BIGINT NOT NULL,
    "pages" BIGINT NOT NULL,
    "billed_pages" BIGINT NOT NULL,

    CONSTRAINT "usage_hour_pkey" PRIMARY KEY ("tenant_id","hour","key_id","channel","environment","route","outcome","reason")
);
ALTER TABLE "usage_hour" ADD CONSTRAINT "usage_hour_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How many accepted calls of a day of Shanghai took how long.
CREATE TABLE "usage_duration" (
    "tenant_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "calls" BIGINT NOT NULL,

    CONSTRAINT "usage_duration_pkey" PRIMARY KEY ("tenant_id","day","duration_ms")
);
ALTER TABLE "usage_duration" ADD CONSTRAINT "usage_duration_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "open_call" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ledger_tail" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "usage_hour" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "usage_duration" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "open_call" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "ledger_tail" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "usage_hour" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "usage_duration" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider_reads ON "ledger_tail" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_reads ON "usage_hour" FOR SELECT TO inkproof_app USING (app_is_provider());
GRANT SELECT, INSERT, DELETE ON "open_call" TO inkproof_app;
GRANT SELECT ON "ledger_tail", "usage_hour", "usage_duration" TO inkproof_app;

GRANT SELECT, INSERT ON "ledger_entry" TO inkproof_gate;
GRANT SELECT, DELETE ON "open_call" TO inkproof_gate;
GRANT SELECT, INSERT, DELETE ON "ledger_tail" TO inkproof_gate;
GRANT SELECT, INSERT, UPDATE ON "usage_hour", "usage_duration" TO inkproof_gate;
CREATE POLICY gate ON "ledger_entry" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "open_call" TO inkproof_gate USING (true);
CREATE POLICY gate ON "ledger_tail" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "usage_hour" TO inkproof_gate USING (true) WITH CHECK (true);
CREATE POLICY gate ON "usage_duration" TO inkproof_gate USING (true) WITH CHECK (true);

-- Whoever writes an entry, it is in the tail from that transaction on.
CREATE FUNCTION ledger_follow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO ledger_tail (entry_id, tenant_id) SELECT e.id, e.tenant_id FROM added e;
  RETURN NULL;
END $$;
CREATE TRIGGER follow AFTER INSERT ON "ledger_entry" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_follow();

-- A time to two digits: what is summed by time stays small, and no percentile is further off than a twentieth.
CREATE FUNCTION usage_rounded(ms integer) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN ms < 100 THEN ms ELSE (round(ms / 10 ^ (floor(log(ms::numeric)) - 1)) * 10 ^ (floor(log(ms::numeric)) - 1))::integer END $$;

CREATE FUNCTION usage_day(moment timestamptz) RETURNS date
LANGUAGE sql STABLE AS $$ SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date $$;

-- Moves entries from the tail into the sums, all at once. Who reads the sums and the tail in one statement sees every entry
-- once, before and after. Answers how many were moved; none while somebody else is about it.
CREATE FUNCTION gate_fold_usage(most integer) RETURNS TABLE (folded bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('usage:fold', 0)) THEN RETURN QUERY SELECT 0::bigint; RETURN; END IF;
  RETURN QUERY
  WITH taken AS (
    DELETE FROM ledger_tail WHERE entry_id = ANY (ARRAY(SELECT t.entry_id FROM ledger_tail t LIMIT most)) RETURNING entry_id
  ), entries AS MATERIALIZED (
    SELECT l.* FROM taken t JOIN ledger_entry l ON l.id = t.entry_id
  ), hours AS (
    INSERT INTO usage_hour (tenant_id, hour, key_id, channel, environment, route, outcome, reason, calls, pages, billed_pages)
      SELECT e.tenant_id, date_trunc('hour', e.at), COALESCE(e.key_id, ''), e.channel, e.environment, e.route, e.outcome, e.reason, count(*), sum(e.pages), sum(e.billed_pages)
      FROM entries e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (tenant_id, hour, key_id, channel, environment, route, outcome, reason) DO UPDATE
        SET calls = usage_hour.calls + EXCLUDED.calls, pages = usage_hour.pages + EXCLUDED.pages, billed_pages = usage_hour.billed_pages + EXCLUDED.billed_pages
  ), durations AS (
    INSERT INTO usage_duration (tenant_id, day, duration_ms, calls)
      SELECT e.tenant_id, usage_day(e.at), usage_rounded(e.duration_ms), count(*) FROM entries e WHERE e.outcome = 'accepted' GROUP BY 1, 2, 3
      ON CONFLICT (tenant_id, day, duration_ms) DO UPDATE SET calls = usage_duration.calls + EXCLUDED.calls
  )
  SELECT count(*) FROM taken;
END $$;

-- The hours of a tenant with what is not summed yet. Whole hours: `since` and `until` begin one.
CREATE FUNCTION usage_hours(tenant text, since timestamptz, until timestamptz) RETURNS SETOF usage_hour
LANGUAGE sql STABLE AS $$
  SELECT h.* FROM usage_hour h WHERE h.tenant_id = tenant AND h.hour >= since AND h.hour < until
  UNION ALL
  SELECT l.tenant_id, date_trunc('hour', l.at), COALESCE(l.key_id, ''), l.channel, l.environment, l.route, l.outcome, l.reason, 1, l.pages, l.billed_pages
  FROM ledger_tail t JOIN ledger_entry l ON l.id = t.entry_id WHERE t.tenant_id = tenant AND l.at >= since AND l.at < until
$$;

CREATE FUNCTION usage_durations(tenant text, since date, until date) RETURNS SETOF usage_duration
LANGUAGE sql STABLE AS $$
  SELECT d.* FROM usage_duration d WHERE d.tenant_id = tenant AND d.day >= since AND d.day <= until
  UNION ALL
  SELECT l.tenant_id, usage_day(l.at), usage_rounded(l.duration_ms), 1
  FROM ledger_tail t JOIN ledger_entry l ON l.id = t.entry_id WHERE t.tenant_id = tenant AND l.outcome = 'accepted' AND usage_day(l.at) BETWEEN since AND until
$$;

-- Calls whose node died between admission and record: they failed, and are billed nothing.
CREATE FUNCTION gate_record_lost_calls(most integer) RETURNS TABLE (tenant_id text, id text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM open_call c WHERE c.id = ANY (ARRAY(SELECT o.id FROM open_call o WHERE o.expires_at <= clock_timestamp() LIMIT most)) RETURNING c.*)
  INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, code, reason, page_reasons, recognition_id, pages, billed_pages, duration_ms)
    SELECT g.id, g.tenant_id, g.at, g.request_id, g.key_id, g.channel, g.environment, g.route, 'failed', 'server.fault', 'node_lost', '{}', NULL, 0, 0, 0 FROM gone g
    ON CONFLICT (id) DO NOTHING
  RETURNING ledger_entry.tenant_id, ledger_entry.id
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION ledger_follow() OWNER TO inkproof_gate;
ALTER FUNCTION gate_fold_usage(integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_record_lost_calls(integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_fold_usage(integer), gate_record_lost_calls(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_fold_usage(integer), gate_record_lost_calls(integer) TO inkproof_app;
