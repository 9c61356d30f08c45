-- The key that each tenant had is its first.
ALTER TABLE "tenant_key" ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1, DROP CONSTRAINT "tenant_key_pkey", ADD CONSTRAINT "tenant_key_pkey" PRIMARY KEY ("tenant_id", "number");
ALTER TABLE "tenant_key" ALTER COLUMN "number" DROP DEFAULT;

ALTER TABLE "stored_object" ADD COLUMN "wrapped_by" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "stored_object" ALTER COLUMN "wrapped_by" DROP DEFAULT;
-- What is still wrapped by a key that is to be destroyed.
CREATE INDEX "stored_object_tenant_id_wrapped_by_idx" ON "stored_object"("tenant_id", "wrapped_by");
GRANT UPDATE ("wrapped_by") ON "stored_object" TO inkproof_app;
