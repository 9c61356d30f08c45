-- CreateEnum
CREATE TYPE "ProbeVerdict" AS ENUM ('up', 'down');

-- CreateEnum
CREATE TYPE "OutageFinder" AS ENUM ('probe', 'staff', 'window', 'suspension');

-- CreateEnum
CREATE TYPE "OutageCause" AS ENUM ('provider', 'maintenance', 'third_party_network', 'force_majeure', 'suspension', 'tenant');

-- CreateEnum
CREATE TYPE "OutageOrigin" AS ENUM ('fault', 'overload', 'attack_on_platform', 'unannounced_maintenance', 'announced_maintenance', 'attack_elsewhere', 'virus_elsewhere', 'carrier', 'force_majeure', 'suspended', 'tenant_fault', 'tenant_configuration', 'tenant_debugging');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('probe', 'ticket', 'window', 'suspension', 'document', 'text');

-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('open', 'upheld', 'rejected');

-- CreateEnum
CREATE TYPE "IncidentState" AS ENUM ('investigating', 'identified', 'monitoring', 'resolved');

-- CreateTable
CREATE TABLE "probe_run" (
    "id" TEXT NOT NULL,
    "component_id" TEXT NOT NULL,
    "verdict" "ProbeVerdict" NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "seen_until" TIMESTAMPTZ(3) NOT NULL,
    "met" TEXT,

    CONSTRAINT "probe_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outage" (
    "id" TEXT NOT NULL,
    "component_id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "found_by" "OutageFinder" NOT NULL,
    "words" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by" TEXT,
    "incident_id" TEXT,
    "window_id" TEXT,

    CONSTRAINT "outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outage_booking" (
    "outage_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "tenant_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "cause" "OutageCause" NOT NULL,
    "origin" "OutageOrigin" NOT NULL,
    "evidence_kind" "EvidenceKind" NOT NULL,
    "reference" TEXT,
    "words" TEXT NOT NULL,
    "reason" TEXT,
    "window_id" TEXT,

    CONSTRAINT "outage_booking_pkey" PRIMARY KEY ("outage_id","place")
);

-- CreateTable
CREATE TABLE "outage_dispute" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "outage_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "state" "DisputeState" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "outage_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "state" "IncidentState" NOT NULL,
    "found_by" "OutageFinder" NOT NULL,
    "components" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_update" (
    "incident_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "IncidentState" NOT NULL,
    "words_zh" TEXT NOT NULL,
    "words_en" TEXT NOT NULL,

    CONSTRAINT "incident_update_pkey" PRIMARY KEY ("incident_id","place")
);

-- CreateIndex
CREATE INDEX "probe_run_component_id_from_idx" ON "probe_run"("component_id", "from");

-- CreateIndex
CREATE UNIQUE INDEX "outage_window_id_component_id_key" ON "outage"("window_id", "component_id");

-- CreateIndex
CREATE INDEX "outage_tenant_id_id_idx" ON "outage"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "outage_component_id_from_idx" ON "outage"("component_id", "from");

-- CreateIndex
CREATE INDEX "outage_incident_id_idx" ON "outage"("incident_id");

-- CreateIndex
CREATE INDEX "outage_booking_tenant_id_outage_id_idx" ON "outage_booking"("tenant_id", "outage_id");

-- CreateIndex
CREATE INDEX "outage_dispute_tenant_id_outage_id_idx" ON "outage_dispute"("tenant_id", "outage_id");

-- CreateIndex
CREATE INDEX "outage_dispute_outage_id_idx" ON "outage_dispute"("outage_id");

-- CreateIndex
CREATE INDEX "incident_started_at_idx" ON "incident"("started_at");

-- AddForeignKey
ALTER TABLE "probe_run" ADD CONSTRAINT "probe_run_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage" ADD CONSTRAINT "outage_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage" ADD CONSTRAINT "outage_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage" ADD CONSTRAINT "outage_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage" ADD CONSTRAINT "outage_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "maintenance_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_booking" ADD CONSTRAINT "outage_booking_outage_id_fkey" FOREIGN KEY ("outage_id") REFERENCES "outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_booking" ADD CONSTRAINT "outage_booking_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "maintenance_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_dispute" ADD CONSTRAINT "outage_dispute_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_dispute" ADD CONSTRAINT "outage_dispute_outage_id_fkey" FOREIGN KEY ("outage_id") REFERENCES "outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_dispute" ADD CONSTRAINT "outage_dispute_tenant_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id") REFERENCES "ticket"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_update" ADD CONSTRAINT "incident_update_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One outage of a kind runs at a time, whichever node found it.
CREATE UNIQUE INDEX "one_found_outage_runs" ON "outage" ("component_id", "found_by", COALESCE("tenant_id", '')) WHERE "until" IS NULL AND "found_by" IN ('probe', 'suspension');
CREATE UNIQUE INDEX "one_dispute_is_open" ON "outage_dispute" ("tenant_id", "outage_id") WHERE "state" = 'open';

ALTER TABLE "probe_run" ADD CONSTRAINT "seen_after_it_began" CHECK ("seen_until" >= "from");
ALTER TABLE "outage"
    ADD CONSTRAINT "over_after_it_began" CHECK ("until" >= "from"),
    ADD CONSTRAINT "entered_by_somebody" CHECK (("found_by" = 'staff') = ("entered_by" IS NOT NULL) AND ("found_by" = 'staff') = ("words" IS NOT NULL)),
    ADD CONSTRAINT "found_by_its_window" CHECK (("found_by" = 'window') = ("window_id" IS NOT NULL)),
    ADD CONSTRAINT "a_suspension_is_of_one_tenant" CHECK ("found_by" <> 'suspension' OR "tenant_id" IS NOT NULL);

ALTER TABLE "outage_booking"
    -- The cause follows from the origin. An attack on our own platform is the provider's and nothing else (5.4(3)).
    ADD CONSTRAINT "the_cause_follows_from_the_origin" CHECK ("cause" = CASE
        WHEN "origin" IN ('fault', 'overload', 'attack_on_platform', 'unannounced_maintenance') THEN 'provider'::"OutageCause"
        WHEN "origin" = 'announced_maintenance' THEN 'maintenance'
        WHEN "origin" IN ('attack_elsewhere', 'virus_elsewhere', 'carrier') THEN 'third_party_network'
        WHEN "origin" = 'force_majeure' THEN 'force_majeure'
        WHEN "origin" = 'suspended' THEN 'suspension'
        ELSE 'tenant' END),
    ADD CONSTRAINT "proven_by_what_proves_it" CHECK (CASE "cause"
        WHEN 'provider' THEN "evidence_kind" IN ('probe', 'ticket', 'document', 'text')
        WHEN 'maintenance' THEN "evidence_kind" = 'window' AND "window_id" IS NOT NULL
        WHEN 'third_party_network' THEN "evidence_kind" IN ('document', 'text')
        WHEN 'force_majeure' THEN "evidence_kind" = 'document' AND "reference" IS NOT NULL
        WHEN 'suspension' THEN "evidence_kind" = 'suspension'
        ELSE "evidence_kind" IN ('ticket', 'document', 'text') END),
    ADD CONSTRAINT "words_are_not_empty" CHECK (btrim("words") <> ''),
    ADD CONSTRAINT "a_person_says_why" CHECK ("by" IS NULL OR "reason" IS NOT NULL),
    ADD CONSTRAINT "until_is_after_from" CHECK ("until" > "from");

-- What lies with one tenant explains nothing that everybody had; and what was once found to be an attack on our own platform
-- is never booked as the network of others.
CREATE FUNCTION outage_booking_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.cause IN ('suspension', 'tenant') AND NEW.tenant_id IS NULL THEN
    RAISE EXCEPTION 'outage % is everybody''s', NEW.outage_id USING ERRCODE = 'check_violation', CONSTRAINT = 'everybodys';
  END IF;
  IF NEW.cause = 'third_party_network' AND EXISTS (SELECT FROM outage_booking b WHERE b.outage_id = NEW.outage_id AND b.origin = 'attack_on_platform') THEN
    RAISE EXCEPTION 'outage % is of an attack on our own platform', NEW.outage_id USING ERRCODE = 'check_violation', CONSTRAINT = 'own_platform';
  END IF;
  IF NEW.tenant_id IS DISTINCT FROM (SELECT o.tenant_id FROM outage o WHERE o.id = NEW.outage_id) THEN
    RAISE EXCEPTION 'outage % is another''s', NEW.outage_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outage_booking_law AFTER INSERT ON "outage_booking" FOR EACH ROW EXECUTE FUNCTION outage_booking_law();

-- An outage that is over stays over, and a dispute that is settled stays settled.
CREATE FUNCTION outage_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.until IS NOT NULL AND NEW.until IS DISTINCT FROM OLD.until THEN
    RAISE EXCEPTION 'outage % is over', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outage_law BEFORE UPDATE ON "outage" FOR EACH ROW EXECUTE FUNCTION outage_law();

CREATE FUNCTION outage_dispute_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' THEN
    RAISE EXCEPTION 'dispute % is settled', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outage_dispute_law BEFORE UPDATE ON "outage_dispute" FOR EACH ROW EXECUTE FUNCTION outage_dispute_law();
ALTER TABLE "outage_dispute" ADD CONSTRAINT "settled_with_an_answer" CHECK (("state" = 'open') = ("settled_at" IS NULL) AND ("state" = 'open') = ("answer" IS NULL));
REVOKE ALL ON FUNCTION outage_booking_law(), outage_law(), outage_dispute_law() FROM PUBLIC;

ALTER TABLE "outage" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "outage_booking" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "outage_dispute" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees what everybody had and what it alone had.
CREATE POLICY touched_tenant ON "outage" FOR SELECT TO inkproof_app USING (app_tenant() IS NOT NULL AND ("tenant_id" IS NULL OR "tenant_id" = app_tenant()));
CREATE POLICY provider ON "outage" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY touched_tenant ON "outage_booking" FOR SELECT TO inkproof_app USING (app_tenant() IS NOT NULL AND ("tenant_id" IS NULL OR "tenant_id" = app_tenant()));
CREATE POLICY provider ON "outage_booking" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY own_tenant ON "outage_dispute" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY own_tenant_objects ON "outage_dispute" FOR INSERT TO inkproof_app WITH CHECK ("tenant_id" = app_tenant() AND "state" = 'open');
CREATE POLICY provider_sees ON "outage_dispute" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_settles ON "outage_dispute" FOR UPDATE TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());

GRANT SELECT, INSERT, UPDATE ("seen_until") ON "probe_run" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("until", "incident_id") ON "outage" TO inkproof_app;
GRANT SELECT, INSERT ON "outage_booking" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "answer", "settled_at", "settled_by") ON "outage_dispute" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "resolved_at", "components") ON "incident" TO inkproof_app;
GRANT SELECT, INSERT ON "incident_update" TO inkproof_app;

-- Since when the webhook message waits that waits longest.
CREATE FUNCTION gate_find_waiting_delivery()
RETURNS TABLE (waiting_since timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(next_attempt_at) FROM webhook_delivery WHERE state = 'waiting'
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_waiting_delivery() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_waiting_delivery() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_waiting_delivery() TO inkproof_app;
