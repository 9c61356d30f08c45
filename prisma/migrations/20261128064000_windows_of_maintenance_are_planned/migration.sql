-- CreateEnum
CREATE TYPE "MaintenanceKind" AS ENUM ('planned', 'emergency');

-- CreateEnum
CREATE TYPE "MaintenanceState" AS ENUM ('draft', 'scheduled', 'in_progress', 'verifying', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "MaintenanceImpact" AS ENUM ('none', 'degraded', 'unavailable');

-- CreateEnum
CREATE TYPE "MaintenanceEventKind" AS ENUM ('drafted', 'edited', 'submitted', 'published', 'confirmed', 'changed', 'day_before', 'hour_before', 'started', 'verifying', 'overrun', 'completed', 'cancelled');

-- CreateTable
CREATE TABLE "component" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance_window" (
    "id" TEXT NOT NULL,
    "state" "MaintenanceState" NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "approval_id" TEXT,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "announced_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "verifying_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "restored" TEXT[],
    "day_before_of" TIMESTAMPTZ(3),
    "hour_before_of" TIMESTAMPTZ(3),
    "overrun_of" TIMESTAMPTZ(3),
    "next_look_at" TIMESTAMPTZ(3),

    CONSTRAINT "maintenance_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance_version" (
    "window_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MaintenanceKind" NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "plans" TEXT[],
    "reason" TEXT,
    "rollback_plan" TEXT NOT NULL,
    "begins_by_itself" BOOLEAN NOT NULL,
    "ends_by_itself" BOOLEAN NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "maintenance_version_pkey" PRIMARY KEY ("window_id","number")
);

-- CreateTable
CREATE TABLE "maintenance_component" (
    "window_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "component_id" TEXT NOT NULL,
    "impact" "MaintenanceImpact" NOT NULL,

    CONSTRAINT "maintenance_component_pkey" PRIMARY KEY ("window_id","number","component_id")
);

-- CreateTable
CREATE TABLE "maintenance_event" (
    "window_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "MaintenanceEventKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "by" TEXT,
    "by_name" TEXT,
    "words" TEXT,

    CONSTRAINT "maintenance_event_pkey" PRIMARY KEY ("window_id","place")
);

-- CreateIndex
CREATE INDEX "maintenance_window_state_id_idx" ON "maintenance_window"("state", "id");

-- CreateIndex
CREATE INDEX "maintenance_window_next_look_at_idx" ON "maintenance_window"("next_look_at");

-- AddForeignKey
ALTER TABLE "maintenance_version" ADD CONSTRAINT "maintenance_version_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "maintenance_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_component" ADD CONSTRAINT "maintenance_component_window_id_number_fkey" FOREIGN KEY ("window_id", "number") REFERENCES "maintenance_version"("window_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_component" ADD CONSTRAINT "maintenance_component_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_event" ADD CONSTRAINT "maintenance_event_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "maintenance_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "maintenance_version"
    ADD CONSTRAINT "ends_after_it_begins" CHECK ("ends_at" > "starts_at"),
    ADD CONSTRAINT "an_emergency_says_why" CHECK ("kind" <> 'emergency' OR "reason" IS NOT NULL);
ALTER TABLE "maintenance_window"
    ADD CONSTRAINT "approved_by_another" CHECK ("approved_by" <> "published_by"),
    ADD CONSTRAINT "nothing_runs_unpublished" CHECK ("state" IN ('draft', 'cancelled') OR "published_at" IS NOT NULL),
    ADD CONSTRAINT "ended_when_it_has_an_end" CHECK (("state" IN ('completed', 'cancelled')) = ("ended_at" IS NOT NULL));

-- Where a window may go from where it is, and that a planned one is published by two people.
CREATE FUNCTION maintenance_window_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('draft', 'scheduled'), ('draft', 'cancelled'), ('scheduled', 'in_progress'), ('scheduled', 'cancelled'), ('in_progress', 'verifying'), ('in_progress', 'completed'), ('verifying', 'in_progress'), ('verifying', 'completed')) THEN
    RAISE EXCEPTION 'window % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.published_at IS NULL AND NEW.published_at IS NOT NULL AND NEW.approved_by IS NULL AND EXISTS (SELECT FROM maintenance_version v WHERE v.window_id = NEW.id AND v.number = NEW.version AND v.kind = 'planned') THEN
    RAISE EXCEPTION 'window % was approved by nobody', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER maintenance_window_law BEFORE UPDATE ON "maintenance_window" FOR EACH ROW EXECUTE FUNCTION maintenance_window_law();

-- What was published is never rewritten.
CREATE FUNCTION maintenance_version_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM maintenance_window w WHERE w.id = OLD.window_id AND w.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'version % of window % was published', OLD.number, OLD.window_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER maintenance_version_law BEFORE UPDATE ON "maintenance_version" FOR EACH ROW EXECUTE FUNCTION maintenance_version_law();
CREATE TRIGGER maintenance_version_law BEFORE UPDATE ON "maintenance_component" FOR EACH ROW EXECUTE FUNCTION maintenance_version_law();
REVOKE ALL ON FUNCTION maintenance_window_law(), maintenance_version_law() FROM PUBLIC;

-- The provider's. Tenants learn of what was announced from the functions below, which know no rollback plan and no person.
ALTER TABLE "maintenance_window" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "maintenance_version" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "maintenance_component" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "maintenance_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "maintenance_window" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "maintenance_version" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "maintenance_component" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "maintenance_event" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT ON "component" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "version", "approval_id", "published_by", "published_at", "approved_by", "announced_at", "started_at", "verifying_at", "ended_at", "restored", "day_before_of", "hour_before_of", "overrun_of", "next_look_at") ON "maintenance_window" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("kind", "title_zh", "title_en", "text_zh", "text_en", "starts_at", "ends_at", "plans", "reason", "rollback_plan", "begins_by_itself", "ends_by_itself", "written_by", "written_at") ON "maintenance_version" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("impact") ON "maintenance_component" TO inkproof_app;
GRANT SELECT, INSERT ON "maintenance_event" TO inkproof_app;

GRANT SELECT ("id", "state", "version", "published_at", "announced_at", "started_at", "verifying_at", "ended_at", "restored", "overrun_of") ON "maintenance_window" TO inkproof_gate;
GRANT SELECT ("window_id", "number", "kind", "title_zh", "title_en", "text_zh", "text_en", "starts_at", "ends_at", "plans", "reason", "written_at") ON "maintenance_version" TO inkproof_gate;
GRANT SELECT ON "maintenance_component" TO inkproof_gate;
CREATE POLICY gate ON "maintenance_window" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "maintenance_version" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "maintenance_component" FOR SELECT TO inkproof_gate USING (true);

-- What was announced and touches one tenant by its plan and by a component, newest first; all versions of `one`, or the one in force of each.
CREATE FUNCTION gate_list_maintenance(tenant text, one text, beyond text, size int)
RETURNS TABLE (id text, version int, number int, state "MaintenanceState", kind "MaintenanceKind", title_zh text, title_en text, text_zh text, text_en text, starts_at timestamptz, ends_at timestamptz, reason text, written_at timestamptz, published_at timestamptz, announced_at timestamptz, started_at timestamptz, verifying_at timestamptz, ended_at timestamptz, overrun_of timestamptz, restored text[], components jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, w.version, v.number, w.state, v.kind, v.title_zh, v.title_en, v.text_zh, v.text_en, v.starts_at, v.ends_at, v.reason, v.written_at, w.published_at, w.announced_at, w.started_at, w.verifying_at, w.ended_at, w.overrun_of, w.restored,
    (SELECT jsonb_object_agg(c.component_id, c.impact) FROM maintenance_component c WHERE c.window_id = w.id AND c.number = v.number)
  FROM maintenance_window w
    JOIN maintenance_version v ON v.window_id = w.id AND (v.number = w.version OR one IS NOT NULL)
    JOIN tenant t ON t.id = tenant
  WHERE w.published_at IS NOT NULL AND (one IS NULL OR w.id = one) AND (beyond IS NULL OR w.id < beyond)
    -- It touched them by any of its versions: whoever was told of a window still finds it.
    AND EXISTS (SELECT FROM maintenance_version o WHERE o.window_id = w.id AND (cardinality(o.plans) = 0 OR t.plan_name = ANY (o.plans))
      AND EXISTS (SELECT FROM maintenance_component c WHERE c.window_id = o.window_id AND c.number = o.number AND c.impact <> 'none'))
  ORDER BY w.id DESC, v.number DESC LIMIT size
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_list_maintenance(text, text, text, int) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_list_maintenance(text, text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_list_maintenance(text, text, text, int) TO inkproof_app;
