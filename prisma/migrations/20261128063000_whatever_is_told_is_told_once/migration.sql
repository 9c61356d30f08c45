-- CreateEnum
CREATE TYPE "PlanKind" AS ENUM ('free', 'trial', 'paid');

-- AlterTable
ALTER TABLE "plan" ADD COLUMN "kind" "PlanKind" NOT NULL DEFAULT 'paid';

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "once" TEXT NOT NULL,
    "components" TEXT[],
    "plans" TEXT[],
    "staff" TEXT[],
    "words" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "reach_by" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "expanded_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_tenant" (
    "notice_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "expanded_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_tenant_pkey" PRIMARY KEY ("notice_id", "tenant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_once_key" ON "notice"("once");

-- CreateIndex
CREATE INDEX "notice_tenant_id_id_idx" ON "notice"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "notice_subject_idx" ON "notice"("subject");

-- CreateIndex
CREATE INDEX "notice_tenant_tenant_id_notice_id_idx" ON "notice_tenant"("tenant_id", "notice_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_tenant" ADD CONSTRAINT "notice_tenant_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_tenant" ADD CONSTRAINT "notice_tenant_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is still to be spread is found at once, however much was.
CREATE INDEX "notice_to_expand" ON "notice"("id") WHERE "expanded_at" IS NULL;
CREATE INDEX "notice_tenant_to_expand" ON "notice_tenant"("notice_id", "tenant_id") WHERE "expanded_at" IS NULL;

ALTER TABLE "notice" ADD CONSTRAINT "spread_after_it_is_known_to_whom" CHECK ("expanded_at" IS NULL OR "resolved_at" IS NOT NULL);

ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "notice_tenant" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- What concerns one tenant alone may be told in that tenant's own act.
CREATE POLICY own_tenant ON "notice" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY told ON "notice" FOR SELECT TO inkproof_app USING (EXISTS (SELECT FROM notice_tenant t WHERE t.notice_id = id AND t.tenant_id = app_tenant()));
CREATE POLICY provider ON "notice" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY own_tenant ON "notice_tenant" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "notice_tenant" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ("resolved_at", "expanded_at") ON "notice" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("expanded_at") ON "notice_tenant" TO inkproof_app;
