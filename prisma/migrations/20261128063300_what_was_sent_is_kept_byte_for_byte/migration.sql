-- The very bytes of a notice as they were handed to the mail server, sealed. Written once, with the settling of the mail.
CREATE TABLE "mail_archive" (
    "mail_id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_key" BYTEA NOT NULL,

    CONSTRAINT "mail_archive_pkey" PRIMARY KEY ("mail_id")
);
CREATE INDEX "mail_archive_tenant_id_mail_id_idx" ON "mail_archive"("tenant_id", "mail_id");
ALTER TABLE "mail_archive" ADD CONSTRAINT "mail_archive_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail_archive" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "mail_archive" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT ON "mail_archive" TO inkproof_app;
