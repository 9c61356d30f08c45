-- CreateEnum
CREATE TYPE "RetentionBasis" AS ENUM ('agreement', 'law', 'tenant');

-- CreateEnum
CREATE TYPE "HoldScope" AS ENUM ('subject', 'object', 'tenant', 'case');

-- CreateEnum
CREATE TYPE "DeletionOrigin" AS ENUM ('request', 'expiry');

-- CreateEnum
CREATE TYPE "DeletionState" AS ENUM ('waiting', 'running', 'verifying', 'done', 'cancelled');

-- CreateTable
CREATE TABLE "retention_rule" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "record_class" TEXT NOT NULL,
    "basis" "RetentionBasis" NOT NULL,
    "months" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "scope" "HoldScope" NOT NULL,
    "subject_hash" BYTEA,
    "reason" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "placed_by" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lift_approval" TEXT,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_hold_item" (
    "hold_id" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,

    CONSTRAINT "legal_hold_item_pkey" PRIMARY KEY ("hold_id","object_id")
);

-- CreateTable
CREATE TABLE "deletion" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "origin" "DeletionOrigin" NOT NULL,
    "selection" TEXT,
    "classes" TEXT[],
    "after_id" TEXT NOT NULL DEFAULT '',
    "state" "DeletionState" NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "erased" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "holds" TEXT[],
    "salt" BYTEA NOT NULL,
    "failure" TEXT,

    CONSTRAINT "deletion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "tenant_id" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "record_class" TEXT NOT NULL,
    "deletion_id" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "keys" BYTEA[],
    "objects" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("tenant_id","object_id","record_class")
);

-- CreateTable
CREATE TABLE "deletion_certificate" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "deletion_id" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "deletion_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sweep" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "due" INTEGER NOT NULL,
    "erased" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "by_class" JSONB NOT NULL,

    CONSTRAINT "sweep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "retention_rule_tenant_id_record_class_idx" ON "retention_rule"("tenant_id", "record_class");

-- CreateIndex
CREATE INDEX "legal_hold_tenant_id_lifted_at_idx" ON "legal_hold"("tenant_id", "lifted_at");

-- CreateIndex
CREATE INDEX "legal_hold_item_tenant_id_object_id_idx" ON "legal_hold_item"("tenant_id", "object_id");

-- CreateIndex
CREATE INDEX "deletion_tenant_id_id_idx" ON "deletion"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "deletion_state_begins_at_idx" ON "deletion"("state", "begins_at");

-- CreateIndex
CREATE INDEX "tombstone_deletion_id_object_id_idx" ON "tombstone"("deletion_id", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "deletion_certificate_deletion_id_key" ON "deletion_certificate"("deletion_id");

-- CreateIndex
CREATE INDEX "deletion_certificate_tenant_id_id_idx" ON "deletion_certificate"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "sweep_started_at_idx" ON "sweep"("started_at");

-- AddForeignKey
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold_item" ADD CONSTRAINT "legal_hold_item_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "legal_hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deletion" ADD CONSTRAINT "deletion_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tombstone" ADD CONSTRAINT "tombstone_deletion_id_fkey" FOREIGN KEY ("deletion_id") REFERENCES "deletion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deletion_certificate" ADD CONSTRAINT "deletion_certificate_deletion_id_fkey" FOREIGN KEY ("deletion_id") REFERENCES "deletion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "legal_hold"
    ADD CONSTRAINT "for_a_reason" CHECK (btrim("reason") <> '' AND btrim("reference") <> ''),
    ADD CONSTRAINT "a_subject_is_named" CHECK (("scope" = 'subject') = ("subject_hash" IS NOT NULL)),
    ADD CONSTRAINT "lifted_by_two" CHECK (("lifted_at" IS NULL) = ("lift_approval" IS NULL));
ALTER TABLE "deletion"
    ADD CONSTRAINT "asked_for_something" CHECK (("origin" = 'request') = ("selection" IS NOT NULL)),
    ADD CONSTRAINT "ended_when_it_has_an_end" CHECK (("state" IN ('done', 'cancelled')) = ("ended_at" IS NOT NULL));
ALTER TABLE "retention_rule"
    ADD CONSTRAINT "tenants_speak_for_themselves" CHECK (("basis" = 'tenant') = ("tenant_id" IS NOT NULL)),
    ADD CONSTRAINT "months_that_can_be_meant" CHECK ("months" BETWEEN 1 AND 1200);

-- A period grows and never shrinks: of one basis from rule to rule, and a tenant's is never under what binds everybody.
CREATE FUNCTION retention_rule_law() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  least integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('retention:' || NEW.record_class, 0));
  SELECT max(r.months) INTO least FROM retention_rule r
    WHERE r.record_class = NEW.record_class AND (r.tenant_id IS NOT DISTINCT FROM NEW.tenant_id AND r.basis = NEW.basis OR NEW.tenant_id IS NOT NULL AND r.tenant_id IS NULL);
  IF NEW.months < least THEN RAISE EXCEPTION 'records of class % are kept for % months at least', NEW.record_class, least USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER retention_rule_law BEFORE INSERT ON "retention_rule" FOR EACH ROW EXECUTE FUNCTION retention_rule_law();

-- A hold is lifted by an approved request that names it, once.
CREATE FUNCTION legal_hold_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.lifted_at IS NOT NULL THEN RAISE EXCEPTION 'hold % was lifted already', OLD.id USING ERRCODE = 'check_violation'; END IF;
  IF NOT EXISTS (SELECT FROM approval a WHERE a.id = NEW.lift_approval AND a.kind = 'hold.lift' AND a.state = 'approved' AND a.payload::jsonb ->> 'hold' = OLD.id) THEN
    RAISE EXCEPTION 'no two people lifted hold %', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER legal_hold_law BEFORE UPDATE ON "legal_hold" FOR EACH ROW EXECUTE FUNCTION legal_hold_law();

-- An end is for good, and what is erased is counted upwards only.
CREATE FUNCTION deletion_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'deletion % has ended', OLD.id USING ERRCODE = 'check_violation'; END IF;
  IF NEW.state = 'cancelled' AND OLD.state <> 'waiting' THEN RAISE EXCEPTION 'deletion % has begun', OLD.id USING ERRCODE = 'check_violation'; END IF;
  IF NEW.erased < OLD.erased THEN RAISE EXCEPTION 'nothing that deletion % erased comes back', OLD.id USING ERRCODE = 'check_violation'; END IF;
  IF NEW.state = 'done' AND NOT EXISTS (SELECT FROM deletion_certificate c WHERE c.deletion_id = OLD.id) THEN
    RAISE EXCEPTION 'deletion % has no certificate', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deletion_law BEFORE UPDATE ON "deletion" FOR EACH ROW EXECUTE FUNCTION deletion_law();

ALTER TABLE "retention_rule" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "legal_hold" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "legal_hold_item" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "deletion" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "tombstone" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "deletion_certificate" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- What binds everybody is for everybody to see who is somebody. A tenant's own rule is the tenant's to set.
CREATE POLICY own_tenant ON "retention_rule" TO inkproof_app USING ("tenant_id" = app_tenant() OR "tenant_id" IS NULL AND app_tenant() IS NOT NULL) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "retention_rule" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_sets ON "retention_rule" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider() AND "tenant_id" IS NULL);
-- A tenant sees what holds its things and places or lifts nothing.
CREATE POLICY own_tenant ON "legal_hold" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider ON "legal_hold" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY own_tenant ON "legal_hold_item" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider ON "legal_hold_item" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY own_tenant ON "deletion" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "tombstone" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "deletion_certificate" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());

GRANT SELECT, INSERT ON "retention_rule", "legal_hold_item", "tombstone", "deletion_certificate" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("lifted_at", "lift_approval") ON "legal_hold" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("classes", "after_id", "state", "ended_at", "erased", "held", "kept", "holds", "failure") ON "deletion" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ON "sweep" TO inkproof_app;

-- Deletions that somebody has to go on with, for all tenants; each is then worked on as its tenant.
GRANT SELECT ("id", "tenant_id", "state", "begins_at") ON "deletion" TO inkproof_gate;
CREATE POLICY gate ON "deletion" FOR SELECT TO inkproof_gate USING (true);
GRANT SELECT ("tenant_id", "object_id", "record_class") ON "tombstone" TO inkproof_gate;
CREATE POLICY gate ON "tombstone" FOR SELECT TO inkproof_gate USING (true);
CREATE FUNCTION gate_find_deletions(at timestamptz)
RETURNS TABLE (id text, tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.tenant_id FROM deletion d WHERE d.state IN ('waiting', 'running', 'verifying') AND d.begins_at <= at ORDER BY d.begins_at, d.id LIMIT 100
$$;

-- The store's own half of the one way: a row that is gone, or whose key is gone, has a tombstone when the transaction ends.
-- Asked at its end, because the tombstone tells of the key and so comes after it.
CREATE FUNCTION erased_on_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM tombstone t WHERE t.tenant_id = OLD.tenant_id AND t.object_id = OLD.id AND t.record_class = ANY(TG_ARGV)) THEN
    RAISE EXCEPTION '% % goes by the one way of erasing or not at all', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_deletions(timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION erased_on_record() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION retention_rule_law(), legal_hold_law(), deletion_law(), erased_on_record(), gate_find_deletions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_deletions(timestamptz) TO inkproof_app;
