-- CreateEnum
CREATE TYPE "FilingState" AS ENUM ('draft', 'submitted', 'correction', 'accepted', 'superseded', 'withdrawn', 'refused');

-- CreateEnum
CREATE TYPE "CollectionMedium" AS ENUM ('identity_email', 'web_operation', 'communication_record', 'video', 'audio');

-- CreateEnum
CREATE TYPE "PersonalCategory" AS ENUM ('identity_number', 'passport_number', 'name', 'phone', 'email', 'address', 'bank_account', 'vehicle_plate', 'date_of_birth', 'biometric', 'health', 'location', 'minor', 'other');

-- CreateEnum
CREATE TYPE "FilingTextSource" AS ENUM ('pasted', 'pdf', 'image', 'docx');

-- CreateEnum
CREATE TYPE "FilingClause" AS ENUM ('a', 'b', 'c');

-- CreateEnum
CREATE TYPE "FilingFileKind" AS ENUM ('source', 'page_screenshot', 'contract', 'separate_consent', 'guardian_consent');

-- CreateEnum
CREATE TYPE "FilingEventKind" AS ENUM ('submitted', 'correction_requested', 'accepted', 'refused', 'superseded', 'withdrawn', 'commented');

-- CreateEnum
CREATE TYPE "Custody" AS ENUM ('commitment', 'vault');

-- CreateTable
CREATE TABLE "filing" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_version" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "filing_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "FilingState" NOT NULL DEFAULT 'draft',
    "text" TEXT NOT NULL DEFAULT '',
    "text_sha256" TEXT NOT NULL,
    "text_source" "FilingTextSource" NOT NULL DEFAULT 'pasted',
    "language" TEXT,
    "effective_on" DATE,
    "ends_on" DATE,
    "media" "CollectionMedium"[],
    "identity_binding" TEXT,
    "categories" "PersonalCategory"[],
    "concerns_minors" BOOLEAN NOT NULL DEFAULT false,
    "purpose" TEXT,
    "method" TEXT,
    "retention_days" INTEGER,
    "controller_name" TEXT,
    "controller_contact" TEXT,
    "rights" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "filing_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_span" (
    "version_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "clause" "FilingClause" NOT NULL,
    "begins" INTEGER NOT NULL,
    "ends" INTEGER NOT NULL,

    CONSTRAINT "filing_span_pkey" PRIMARY KEY ("version_id","clause","begins")
);

-- CreateTable
CREATE TABLE "filing_file" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "kind" "FilingFileKind" NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" TEXT NOT NULL,

    CONSTRAINT "filing_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_event" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "by_provider" BOOLEAN NOT NULL,
    "kind" "FilingEventKind" NOT NULL,
    "words" TEXT,

    CONSTRAINT "filing_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authorisation" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "subject_hash" BYTEA NOT NULL,
    "categories" "PersonalCategory"[],
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "last_relied_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "custody" "Custody" NOT NULL,
    "commitment" BYTEA,
    "object_id" TEXT,
    "kept_until" TIMESTAMPTZ(3),

    CONSTRAINT "authorisation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "filing_tenant_id_created_at_idx" ON "filing"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "filing_tenant_id_id_key" ON "filing"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "filing_version_tenant_id_state_idx" ON "filing_version"("tenant_id", "state");

-- CreateIndex
CREATE INDEX "filing_version_state_submitted_at_idx" ON "filing_version"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "filing_version_filing_id_number_key" ON "filing_version"("filing_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "filing_version_tenant_id_id_key" ON "filing_version"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "filing_file_tenant_id_version_id_idx" ON "filing_file"("tenant_id", "version_id");

-- CreateIndex
CREATE INDEX "filing_event_tenant_id_version_id_at_idx" ON "filing_event"("tenant_id", "version_id", "at");

-- CreateIndex
CREATE INDEX "authorisation_tenant_id_subject_hash_idx" ON "authorisation"("tenant_id", "subject_hash");

-- CreateIndex
CREATE INDEX "authorisation_tenant_id_version_id_idx" ON "authorisation"("tenant_id", "version_id");

-- CreateIndex
CREATE INDEX "authorisation_tenant_id_kept_until_idx" ON "authorisation"("tenant_id", "kept_until");

-- CreateIndex
CREATE UNIQUE INDEX "authorisation_tenant_id_id_key" ON "authorisation"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_version" ADD CONSTRAINT "filing_version_tenant_id_filing_id_fkey" FOREIGN KEY ("tenant_id", "filing_id") REFERENCES "filing"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_span" ADD CONSTRAINT "filing_span_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "filing_version"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_file" ADD CONSTRAINT "filing_file_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "filing_version"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_event" ADD CONSTRAINT "filing_event_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "filing_version"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_tenant_id_version_id_fkey" FOREIGN KEY ("tenant_id", "version_id") REFERENCES "filing_version"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of a filing one version is in force at most, and one at most waits to become it.
CREATE UNIQUE INDEX "one_accepted_version" ON "filing_version"("filing_id") WHERE "state" = 'accepted';
CREATE UNIQUE INDEX "one_coming_version" ON "filing_version"("filing_id") WHERE "state" IN ('draft', 'submitted', 'correction');

ALTER TABLE "filing_version"
    ADD CONSTRAINT "digest_of_the_text" CHECK ("text_sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
    ADD CONSTRAINT "counted_from_one" CHECK ("number" >= 1),
    ADD CONSTRAINT "submitted_by_somebody" CHECK ("state" = 'draft' OR ("submitted_at" IS NOT NULL AND "submitted_by" IS NOT NULL)),
    ADD CONSTRAINT "reviewed_by_somebody" CHECK (("reviewed_at" IS NULL) = ("reviewed_by" IS NULL) AND ("state" NOT IN ('correction', 'accepted', 'superseded', 'refused') OR "reviewed_at" IS NOT NULL)),
    -- Whoever hands a text in is not the one who accepts it.
    ADD CONSTRAINT "reviewed_by_another" CHECK ("reviewed_by" IS DISTINCT FROM "submitted_by" OR "reviewed_by" IS NULL),
    ADD CONSTRAINT "accepted_once" CHECK (("accepted_at" IS NOT NULL) OR "state" NOT IN ('accepted', 'superseded')),
    ADD CONSTRAINT "ended_when_it_has_an_end" CHECK (("ended_at" IS NOT NULL) = ("state" IN ('superseded', 'withdrawn')));
ALTER TABLE "filing_span" ADD CONSTRAINT "marks_something" CHECK ("begins" >= 0 AND "ends" > "begins");
ALTER TABLE "authorisation"
    ADD CONSTRAINT "in_one_custody" CHECK (("custody" = 'commitment') = ("commitment" IS NOT NULL)),
    ADD CONSTRAINT "a_sha256" CHECK (octet_length("commitment") = 32),
    ADD CONSTRAINT "ends_after_it_began" CHECK ("expires_at" IS NULL OR "expires_at" > "given_at");

-- How a version may live. Its content stands from the day it is handed in, or what was accepted would not be what was read.
CREATE FUNCTION filing_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN RAISE EXCEPTION 'version % was handed in and stays', OLD.id USING ERRCODE = 'check_violation'; END IF;
    RETURN OLD;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'submitted'), ('correction', 'submitted'),
    ('submitted', 'correction'), ('submitted', 'accepted'), ('submitted', 'refused'),
    ('accepted', 'superseded'), ('accepted', 'withdrawn'), ('submitted', 'withdrawn'), ('correction', 'withdrawn')) THEN
    RAISE EXCEPTION 'version % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state NOT IN ('draft', 'correction')
     AND (NEW.text, NEW.text_source, NEW.language, NEW.effective_on, NEW.ends_on, NEW.media, NEW.identity_binding, NEW.categories, NEW.concerns_minors, NEW.purpose, NEW.method, NEW.retention_days, NEW.controller_name, NEW.controller_contact, NEW.rights)
       IS DISTINCT FROM (OLD.text, OLD.text_source, OLD.language, OLD.effective_on, OLD.ends_on, OLD.media, OLD.identity_binding, OLD.categories, OLD.concerns_minors, OLD.purpose, OLD.method, OLD.retention_days, OLD.controller_name, OLD.controller_contact, OLD.rights) THEN
    RAISE EXCEPTION 'version % was handed in; its content stands', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER filing_law BEFORE UPDATE OR DELETE ON "filing_version" FOR EACH ROW EXECUTE FUNCTION filing_law();
CREATE FUNCTION filing_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'draft' THEN RAISE EXCEPTION 'a version begins as a draft' USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER filing_begins AFTER INSERT ON "filing_version" FOR EACH ROW EXECUTE FUNCTION filing_begins();

-- The same for what belongs to a version.
CREATE FUNCTION filing_part_law() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_state text;
BEGIN
  SELECT state::text INTO version_state FROM filing_version WHERE id = COALESCE(NEW.version_id, OLD.version_id) FOR UPDATE;
  IF version_state IS NOT NULL AND version_state NOT IN ('draft', 'correction') THEN
    RAISE EXCEPTION 'the version was handed in; its content stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER filing_part_law BEFORE INSERT OR UPDATE OR DELETE ON "filing_span" FOR EACH ROW EXECUTE FUNCTION filing_part_law();
CREATE TRIGGER filing_part_law BEFORE INSERT OR UPDATE OR DELETE ON "filing_file" FOR EACH ROW EXECUTE FUNCTION filing_part_law();
REVOKE ALL ON FUNCTION filing_law(), filing_begins(), filing_part_law() FROM PUBLIC;

ALTER TABLE "filing" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "filing_version" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "filing_span" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "filing_file" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "filing_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "authorisation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "filing" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "filing_version" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "filing_span" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "filing_file" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "filing_event" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "authorisation" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
-- The provider reads what was handed in, and decides on it. What a tenant still writes is its own, and so are its people.
-- (Adding and removing are refused to it by `filing_begins` and `filing_law`.)
CREATE POLICY handed_in ON "filing_version" TO inkproof_app USING (app_is_provider() AND "state" <> 'draft') WITH CHECK (app_is_provider() AND "state" <> 'draft');
CREATE POLICY handed_in ON "filing" FOR SELECT TO inkproof_app USING (app_is_provider() AND EXISTS (SELECT FROM filing_version v WHERE v.filing_id = "filing"."id" AND v.state <> 'draft'));
CREATE POLICY handed_in ON "filing_span" FOR SELECT TO inkproof_app USING (app_is_provider() AND EXISTS (SELECT FROM filing_version v WHERE v.id = version_id AND v.state <> 'draft'));
CREATE POLICY handed_in ON "filing_file" FOR SELECT TO inkproof_app USING (app_is_provider() AND EXISTS (SELECT FROM filing_version v WHERE v.id = version_id AND v.state <> 'draft'));
CREATE POLICY handed_in ON "filing_event" FOR SELECT TO inkproof_app USING (app_is_provider() AND EXISTS (SELECT FROM filing_version v WHERE v.id = version_id AND v.state <> 'draft'));
CREATE POLICY answered ON "filing_event" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider() AND "by_provider" AND EXISTS (SELECT FROM filing_version v WHERE v.id = version_id AND v.state <> 'draft'));

GRANT SELECT, INSERT, UPDATE ("name") ON "filing" TO inkproof_app;
GRANT DELETE ON "filing", "filing_version" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ON "filing_version" TO inkproof_app;
GRANT SELECT, INSERT, DELETE ON "filing_span", "filing_file" TO inkproof_app;
GRANT SELECT, INSERT ON "filing_event" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("withdrawn_at", "last_relied_at", "kept_until", "expires_at") ON "authorisation" TO inkproof_app;
