CREATE TYPE "ChangeUrgency" AS ENUM ('planned', 'urgent');
CREATE TYPE "ChangeState" AS ENUM ('filed', 'accepted', 'refused', 'acknowledged', 'due', 'applied', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed');
CREATE TYPE "ChangeEventKind" AS ENUM ('filed', 'accepted', 'refused', 'acknowledged', 'came_due', 'applied', 'failed', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed', 'overdue');
CREATE TYPE "ChangeSide" AS ENUM ('tenant', 'provider', 'system');
CREATE TYPE "SecurityKind" AS ENUM ('abnormal_traffic', 'attack', 'stolen_key', 'other');
CREATE TYPE "SecurityOrigin" AS ENUM ('reported', 'detected');
CREATE TYPE "NamedDayKind" AS ENUM ('holiday', 'make_up');

ALTER TYPE "KeyScope" ADD VALUE IF NOT EXISTS 'changes';

CREATE TABLE "change_notice" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "urgency" "ChangeUrgency" NOT NULL,
    "state" "ChangeState" NOT NULL,
    "change" JSONB NOT NULL,
    "subject" TEXT,
    "settings" TEXT[],
    "reason" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "waiver" TEXT,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "filed_by" TEXT NOT NULL,
    "filed_by_name" TEXT,
    "earliest_at" TIMESTAMPTZ(3),
    "effective_at" TIMESTAMPTZ(3),
    "standing" JSONB NOT NULL,
    "before" JSONB,
    "ticket_id" TEXT,
    "next_look_at" TIMESTAMPTZ(3),

    CONSTRAINT "change_notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "change_event" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "ChangeEventKind" NOT NULL,
    "side" "ChangeSide" NOT NULL,
    "by" TEXT,
    "by_name" TEXT,
    "words" TEXT,

    CONSTRAINT "change_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "security_notice" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "origin" "SecurityOrigin" NOT NULL,
    "kind" "SecurityKind" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "by_name" TEXT,
    "calls_per_minute" INTEGER,
    "usual_per_minute" DOUBLE PRECISION,
    "seen_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ticket_id" TEXT,

    CONSTRAINT "security_notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_entry" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by" TEXT NOT NULL,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_day" (
    "entry_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" "NamedDayKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("entry_id","day")
);

CREATE INDEX "change_notice_tenant_id_subject_state_idx" ON "change_notice"("tenant_id", "subject", "state");
CREATE INDEX "change_notice_state_id_idx" ON "change_notice"("state", "id");
CREATE INDEX "change_notice_next_look_at_idx" ON "change_notice"("next_look_at");
CREATE UNIQUE INDEX "change_notice_tenant_id_id_key" ON "change_notice"("tenant_id", "id");
CREATE UNIQUE INDEX "change_event_tenant_id_notice_id_place_key" ON "change_event"("tenant_id", "notice_id", "place");
CREATE INDEX "security_notice_tenant_id_id_idx" ON "security_notice"("tenant_id", "id");
-- Of one tenant one surge runs at a time, whichever node saw it.
CREATE UNIQUE INDEX "security_notice_running_key" ON "security_notice"("tenant_id") WHERE "origin" = 'detected' AND "ended_at" IS NULL;
CREATE INDEX "calendar_entry_year_id_idx" ON "calendar_entry"("year", "id");

ALTER TABLE "change_notice" ADD CONSTRAINT "change_notice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "change_event" ADD CONSTRAINT "change_event_tenant_id_notice_id_fkey" FOREIGN KEY ("tenant_id", "notice_id") REFERENCES "change_notice"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "security_notice" ADD CONSTRAINT "security_notice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "calendar_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "change_notice"
    ADD CONSTRAINT "planned_for_an_instant" CHECK (("urgency" = 'planned') = ("effective_at" IS NOT NULL)),
    -- Whoever gives up the days says why, and where they are not asked for they have passed.
    ADD CONSTRAINT "five_working_days_or_a_waiver" CHECK ("urgency" = 'urgent' OR "waiver" IS NOT NULL OR "effective_at" >= "earliest_at");
ALTER TABLE "change_event" ADD CONSTRAINT "done_by_somebody" CHECK (("side" = 'system') = ("by" IS NULL));
ALTER TABLE "security_notice" ADD CONSTRAINT "reported_by_somebody" CHECK (("origin" = 'reported') = ("by" IS NOT NULL AND "words" IS NOT NULL));

-- The calendar is everybody's to read and the provider's to enter.
CREATE FUNCTION calendar_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT app_is_provider() THEN
    RAISE EXCEPTION 'the calendar is entered by the provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calendar_law BEFORE INSERT ON "calendar_entry" FOR EACH ROW EXECUTE FUNCTION calendar_law();
CREATE TRIGGER calendar_law BEFORE INSERT ON "calendar_day" FOR EACH ROW EXECUTE FUNCTION calendar_law();
REVOKE ALL ON FUNCTION calendar_law() FROM PUBLIC;

ALTER TABLE "change_notice" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "change_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "security_notice" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "change_notice" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "change_notice" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
-- A tenant speaks for itself and for nobody else.
CREATE POLICY own_tenant ON "change_event" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant() AND "side" = 'tenant');
CREATE POLICY provider ON "change_event" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider() AND "side" <> 'tenant');
CREATE POLICY own_tenant ON "security_notice" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant() AND "origin" = 'reported');
CREATE POLICY provider ON "security_notice" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider() AND "origin" = 'detected');

GRANT SELECT, INSERT, UPDATE ("state", "standing", "before", "ticket_id", "next_look_at") ON "change_notice" TO inkproof_app;
GRANT SELECT, INSERT ON "change_event" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("seen_at", "ended_at") ON "security_notice" TO inkproof_app;
GRANT SELECT, INSERT ON "calendar_entry", "calendar_day" TO inkproof_app;

-- Tenants that called at least so often in the minute before now, and how often a minute of theirs usually sees calls: the
-- mean of the hours of the last seven days in which there were any, this one left out. Null where there were none.
CREATE FUNCTION gate_sum_surges(fewest integer) RETURNS TABLE (tenant_id text, calls bigint, usual double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.tenant_id, b.calls, (
      SELECT sum(h.calls)::double precision / NULLIF(60 * count(DISTINCT h.hour), 0)
      FROM usage_hours(b.tenant_id, date_trunc('hour', now() - interval '7 days'), date_trunc('hour', now())) h
    )
  FROM (SELECT l.tenant_id, count(*) AS calls FROM ledger_entry l WHERE l.at > now() - interval '1 minute' GROUP BY l.tenant_id HAVING count(*) >= fewest) b
  WHERE app_is_provider()
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_sum_surges(integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_sum_surges(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_sum_surges(integer) TO inkproof_app;
