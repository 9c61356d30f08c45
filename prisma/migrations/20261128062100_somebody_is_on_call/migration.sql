-- Who is on call is written anew as a whole and never changed, so that it can be said who had which night.
CREATE TABLE "rota_version" (
    "id" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "rota_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ticket_call" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "clock" TEXT,
    "level" INTEGER NOT NULL,
    "called" TEXT,
    "called_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "taken_by" TEXT,
    "taken_by_name" TEXT,

    CONSTRAINT "ticket_call_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "taken_by_somebody" CHECK (("taken_at" IS NULL) = ("taken_by" IS NULL) AND ("taken_at" IS NULL OR "next_at" IS NULL))
);
CREATE INDEX "ticket_call_tenant_id_ticket_id_at_idx" ON "ticket_call"("tenant_id", "ticket_id", "at");
CREATE INDEX "ticket_call_next_at_idx" ON "ticket_call"("next_at");
ALTER TABLE "ticket_call" ADD CONSTRAINT "ticket_call_tenant_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id") REFERENCES "ticket"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "rota_version" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ticket_call" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "rota_version" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
-- Whom the provider calls is its own affair: no policy shows it to a tenant.
CREATE POLICY provider ON "ticket_call" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT ON "rota_version" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("next_at", "taken_at", "taken_by", "taken_by_name") ON "ticket_call" TO inkproof_app;
