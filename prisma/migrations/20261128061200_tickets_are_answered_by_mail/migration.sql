-- CreateEnum
CREATE TYPE "TicketNoteKind" AS ENUM ('note', 'held_mail', 'bounce');

-- CreateEnum
CREATE TYPE "TicketMailWay" AS ENUM ('out', 'in');

-- AlterTable
ALTER TABLE "ticket_event" ADD COLUMN "checked" TEXT;

-- AlterTable
ALTER TABLE "ticket_note" ADD COLUMN "kind" "TicketNoteKind" NOT NULL DEFAULT 'note',
ADD COLUMN "about_id" TEXT,
ADD COLUMN "checked" TEXT;

-- CreateTable
CREATE TABLE "ticket_mail" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "way" "TicketMailWay" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT,
    "event_id" TEXT,
    "message_id" TEXT,

    CONSTRAINT "ticket_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_mail_tenant_id_message_id_key" ON "ticket_mail"("tenant_id", "message_id");

-- CreateIndex
CREATE INDEX "ticket_mail_tenant_id_ticket_id_at_idx" ON "ticket_mail"("tenant_id", "ticket_id", "at");

-- AddForeignKey
ALTER TABLE "ticket_mail" ADD CONSTRAINT "ticket_mail_tenant_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id") REFERENCES "ticket"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ticket_mail" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY provider ON "ticket_mail" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT ON "ticket_mail" TO inkproof_app;
