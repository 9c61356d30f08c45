-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sent', 'failed', 'bounced');

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "recipient" BYTEA NOT NULL,
    "recipient_key" BYTEA NOT NULL,
    "body" BYTEA,
    "body_key" BYTEA,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_tenant_id_id_idx" ON "mail"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "mail_next_attempt_at_idx" ON "mail"("next_attempt_at");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Whoever acts puts its mail in: a tenant its own, a person what concerns no tenant. Only the provider sees and sends them.
CREATE POLICY own_tenant ON "mail" FOR INSERT TO inkproof_app WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_person ON "mail" FOR INSERT TO inkproof_app WITH CHECK ("tenant_id" IS NULL AND app_person() IS NOT NULL);
CREATE POLICY provider ON "mail" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE, DELETE ON "mail" TO inkproof_app;
