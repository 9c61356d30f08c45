-- In which order a tenant was told, so that a program can ask for what came since. Numbers are taken one spreading after the
-- other, and a later one is never seen before an earlier one.
CREATE SEQUENCE "notice_told";
ALTER TABLE "notice_tenant" ADD COLUMN "told_number" BIGINT;
CREATE INDEX "notice_tenant_tenant_id_told_number_idx" ON "notice_tenant"("tenant_id", "told_number");
GRANT USAGE ON SEQUENCE "notice_told" TO inkproof_app;
GRANT UPDATE ("told_number") ON "notice_tenant" TO inkproof_app;
