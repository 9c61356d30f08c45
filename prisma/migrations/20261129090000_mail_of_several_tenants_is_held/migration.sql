-- Mail to the desk of somebody who writes for several tenants. It is of none of them until the desk has said of which, so no policy shows it to a tenant.
CREATE TABLE "held_mail" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "sealed_files" BYTEA NOT NULL,

    CONSTRAINT "held_mail_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "held_mail_person_id_message_id_key" ON "held_mail"("person_id", "message_id");
CREATE INDEX "held_mail_at_idx" ON "held_mail"("at");

ALTER TABLE "held_mail" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "held_mail" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, DELETE ON "held_mail" TO inkproof_app;
