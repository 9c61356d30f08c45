-- CreateTable
CREATE TABLE "ticket_file" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "object_id" TEXT NOT NULL,

    CONSTRAINT "ticket_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_note_file" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "note_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "object_id" TEXT NOT NULL,

    CONSTRAINT "ticket_note_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_file_tenant_id_ticket_id_event_id_place_idx" ON "ticket_file"("tenant_id", "ticket_id", "event_id", "place");

-- CreateIndex
CREATE INDEX "ticket_note_file_tenant_id_ticket_id_note_id_place_idx" ON "ticket_note_file"("tenant_id", "ticket_id", "note_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_event_tenant_id_ticket_id_id_key" ON "ticket_event"("tenant_id", "ticket_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_note_tenant_id_ticket_id_id_key" ON "ticket_note"("tenant_id", "ticket_id", "id");

-- AddForeignKey
ALTER TABLE "ticket_file" ADD CONSTRAINT "ticket_file_tenant_id_ticket_id_event_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id", "event_id") REFERENCES "ticket_event"("tenant_id", "ticket_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_note_file" ADD CONSTRAINT "ticket_note_file_tenant_id_ticket_id_note_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id", "note_id") REFERENCES "ticket_note"("tenant_id", "ticket_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ticket_file" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ticket_note_file" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "ticket_file" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "ticket_file" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
-- Like the notes they go with: no tenant has a door to them.
CREATE POLICY provider ON "ticket_note_file" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());

GRANT SELECT, INSERT ON "ticket_file" TO inkproof_app;
GRANT SELECT, INSERT ON "ticket_note_file" TO inkproof_app;
