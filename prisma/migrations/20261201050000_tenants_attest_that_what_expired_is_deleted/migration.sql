-- A tenant is asked by day and text, not by call: a month has a million calls. The count is written down, because what was
-- counted is erased here before it is attested there.
CREATE TYPE "ExpiryKind" AS ENUM ('results', 'material');
CREATE TYPE "AttestedOutcome" AS ENUM ('deleted', 'kept_by_law');

CREATE TABLE "attestation" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "outcome" "AttestedOutcome" NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "basis" TEXT,

    CONSTRAINT "attestation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "attestation_tenant_id_id_key" ON "attestation"("tenant_id", "id");
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attestation" ADD CONSTRAINT "says_when_or_by_which_law" CHECK (CASE "outcome" WHEN 'deleted' THEN "deleted_at" <= "at" AND "basis" IS NULL ELSE "deleted_at" IS NULL AND "basis" <> '' END IS TRUE);

CREATE TABLE "expiry" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" "ExpiryKind" NOT NULL,
    "version_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "attestation_id" TEXT,

    CONSTRAINT "expiry_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "expiry_tenant_id_kind_version_id_day_key" ON "expiry"("tenant_id", "kind", "version_id", "day");
CREATE INDEX "expiry_tenant_id_id_idx" ON "expiry"("tenant_id", "id");
-- What is open is little beside what was attested in three years.
CREATE INDEX "expiry_open" ON "expiry"("tenant_id", "due_at") WHERE "attestation_id" IS NULL;
ALTER TABLE "expiry" ADD CONSTRAINT "expiry_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "expiry" ADD CONSTRAINT "expiry_tenant_id_attestation_id_fkey" FOREIGN KEY ("tenant_id", "attestation_id") REFERENCES "attestation"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "expiry" ADD CONSTRAINT "expires_somewhere" CHECK ("count" > 0);

CREATE TABLE "expiry_look" (
    "tenant_id" TEXT NOT NULL,
    "through" DATE NOT NULL,
    "mailed_on" DATE,

    CONSTRAINT "expiry_look_pkey" PRIMARY KEY ("tenant_id")
);
ALTER TABLE "expiry_look" ADD CONSTRAINT "expiry_look_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attestation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "expiry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "expiry_look" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "attestation" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "expiry" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "expiry_look" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider_reads ON "attestation" FOR SELECT TO inkproof_app USING (app_is_provider_of("tenant_id"));
CREATE POLICY provider_reads ON "expiry" FOR SELECT TO inkproof_app USING (app_is_provider_of("tenant_id"));
CREATE POLICY provider_reads ON "expiry_look" FOR SELECT TO inkproof_app USING (app_is_provider_of("tenant_id"));
GRANT SELECT, INSERT ON "attestation" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("count", "told_at", "escalated_at", "attestation_id") ON "expiry" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("through", "mailed_on") ON "expiry_look" TO inkproof_app;
