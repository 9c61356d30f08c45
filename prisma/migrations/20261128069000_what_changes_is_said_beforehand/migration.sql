-- CreateEnum
CREATE TYPE "ChangelogKind" AS ENUM ('added', 'changed', 'deprecated', 'removed', 'fixed', 'security');

-- CreateTable
CREATE TABLE "changelog_entry" (
    "id" TEXT NOT NULL,
    "kind" "ChangelogKind" NOT NULL,
    "compatible" BOOLEAN NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "words_zh" TEXT NOT NULL,
    "words_en" TEXT NOT NULL,
    "calls" TEXT[],
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "sunset_at" TIMESTAMPTZ(3),
    "successor" TEXT,
    "drafted_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_zh" TEXT,
    "withdrawn_en" TEXT,
    "told" TEXT[],

    CONSTRAINT "changelog_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint_use" (
    "tenant_id" TEXT NOT NULL,
    "call" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "key_id" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "endpoint_use_pkey" PRIMARY KEY ("tenant_id","call","day","key_id")
);

-- CreateIndex
CREATE INDEX "changelog_entry_published_at_idx" ON "changelog_entry"("published_at");

-- CreateIndex
CREATE INDEX "endpoint_use_call_day_idx" ON "endpoint_use"("call", "day");

-- AddForeignKey
ALTER TABLE "endpoint_use" ADD CONSTRAINT "endpoint_use_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "changelog_entry"
    -- RFC 8594: nothing ends before it was discouraged.
    ADD CONSTRAINT "discouraged_before_it_ends" CHECK (("kind" = 'deprecated') = ("sunset_at" IS NOT NULL) AND ("sunset_at" IS NULL OR "sunset_at" >= "effective_at")),
    ADD CONSTRAINT "taken_back_with_a_reason" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_zh" IS NULL) AND ("withdrawn_at" IS NULL) = ("withdrawn_en" IS NULL)),
    ADD CONSTRAINT "taken_back_once_published" CHECK ("withdrawn_at" IS NULL OR "published_at" IS NOT NULL),
    -- What is incompatible is said half a year before it is so (agreement 三.2(7)). What breaks nothing may be said at once, and
    -- so may the end of calls that were discouraged by an entry before.
    ADD CONSTRAINT "incompatible_is_said_beforehand" CHECK ("published_at" IS NULL OR "compatible" OR "kind" = 'security' OR ("kind" = 'removed' AND "calls" <> '{}') OR COALESCE("sunset_at", "effective_at") >= "published_at" + interval '180 days'),
    ADD CONSTRAINT "added_and_fixed_break_nothing" CHECK ("compatible" OR "kind" NOT IN ('added', 'fixed'));

-- What was published is never changed; it may be taken back, once.
CREATE FUNCTION changelog_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_zh', 'withdrawn_en', 'told'] <> to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_zh', 'withdrawn_en', 'told'] OR OLD.withdrawn_at IS NOT NULL) THEN
    RAISE EXCEPTION 'entry % is published', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER changelog_law BEFORE UPDATE ON "changelog_entry" FOR EACH ROW EXECUTE FUNCTION changelog_law();
REVOKE ALL ON FUNCTION changelog_law() FROM PUBLIC;

ALTER TABLE "changelog_entry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "endpoint_use" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "changelog_entry" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY own_tenant ON "endpoint_use" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "endpoint_use" FOR SELECT TO inkproof_app USING (app_is_provider());

GRANT SELECT, INSERT ON "changelog_entry" TO inkproof_app;
GRANT UPDATE ("kind", "compatible", "title_zh", "title_en", "words_zh", "words_en", "calls", "effective_at", "sunset_at", "successor", "drafted_by", "published_at", "published_by", "withdrawn_at", "withdrawn_zh", "withdrawn_en", "told") ON "changelog_entry" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("calls") ON "endpoint_use" TO inkproof_app;
