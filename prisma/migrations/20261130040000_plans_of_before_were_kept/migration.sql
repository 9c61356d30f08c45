-- Which plan a tenant was on at an instant decides what it had then; a plan that changes must not change what was.
CREATE TABLE "past_plan" (
    "tenant_id" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "plan" TEXT NOT NULL,

    CONSTRAINT "past_plan_pkey" PRIMARY KEY ("tenant_id","until")
);
ALTER TABLE "past_plan" ADD CONSTRAINT "past_plan_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "past_plan" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "past_plan" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider ON "past_plan" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT ON "past_plan" TO inkproof_app;
