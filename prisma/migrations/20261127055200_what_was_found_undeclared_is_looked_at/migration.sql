-- CreateEnum
CREATE TYPE "UndeclaredPolicy" AS ENUM ('returned', 'masked', 'withheld');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('open', 'dismissed', 'linked');

-- CreateTable
CREATE TABLE "consent_policy" (
    "tenant_id" TEXT NOT NULL,
    "undeclared" "UndeclaredPolicy" NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "consent_policy_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "personal_finding" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recognition_id" TEXT NOT NULL,
    "filing_version_id" TEXT,
    "category" "PersonalCategory" NOT NULL,
    "kinds" TEXT[],
    "pages" INTEGER[],
    "count" INTEGER NOT NULL,
    "result" "UndeclaredPolicy" NOT NULL,
    "state" "FindingState" NOT NULL DEFAULT 'open',
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "reason" TEXT,
    "reference" TEXT,

    CONSTRAINT "personal_finding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "personal_finding_tenant_id_id_idx" ON "personal_finding"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "personal_finding_state_id_idx" ON "personal_finding"("state", "id");

-- AddForeignKey
ALTER TABLE "consent_policy" ADD CONSTRAINT "consent_policy_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_finding" ADD CONSTRAINT "personal_finding_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "personal_finding"
    ADD CONSTRAINT "settled_with_a_reason" CHECK (("state" = 'open') = ("settled_at" IS NULL) AND ("state" = 'open') = ("settled_by" IS NULL) AND ("state" = 'open') = ("reason" IS NULL)),
    ADD CONSTRAINT "linked_to_something" CHECK ("state" <> 'linked' OR "reference" IS NOT NULL);

ALTER TABLE "consent_policy" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "personal_finding" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "consent_policy" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
-- The tenant sees what was found of its own; that it is settled is the provider's to say.
CREATE POLICY own_tenant ON "personal_finding" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY own_calls ON "personal_finding" FOR INSERT TO inkproof_app WITH CHECK ("tenant_id" = app_tenant() AND "state" = 'open');
CREATE POLICY provider_reads ON "personal_finding" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_settles ON "personal_finding" FOR UPDATE TO inkproof_app USING (app_is_provider() AND "state" = 'open') WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ("undeclared", "changed_at", "changed_by") ON "consent_policy" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("state", "settled_at", "settled_by", "reason", "reference") ON "personal_finding" TO inkproof_app;
