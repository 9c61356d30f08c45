-- CreateEnum
CREATE TYPE "TicketPriority" AS ENUM ('p1', 'p2', 'p3', 'p4');

-- CreateEnum
CREATE TYPE "TicketState" AS ENUM ('new', 'open', 'waiting_tenant', 'waiting_provider', 'on_hold', 'resolved', 'closed');

-- CreateEnum
CREATE TYPE "TicketEventKind" AS ENUM ('opened', 'replied', 'state_set', 'priority_set', 'assigned', 'linked', 'merged', 'rated', 'warned', 'unassigned');

-- CreateEnum
CREATE TYPE "TicketSide" AS ENUM ('tenant', 'provider', 'system');

-- AlterEnum
ALTER TYPE "KeyScope" ADD VALUE IF NOT EXISTS 'tickets';

-- CreateTable
CREATE TABLE "ticket" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "priority" "TicketPriority" NOT NULL,
    "state" "TicketState" NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_by_name" TEXT,
    "assignee_id" TEXT,
    "assignee_name" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "standing" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "next_look_at" TIMESTAMPTZ(3),
    "rating" INTEGER,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_event" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "TicketEventKind" NOT NULL,
    "side" "TicketSide" NOT NULL,
    "by" TEXT,
    "by_name" TEXT,
    "words" TEXT,
    "state" "TicketState",
    "priority" "TicketPriority",
    "reference" TEXT,
    "clock" TEXT,
    "percent" INTEGER,
    "rating" INTEGER,

    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_note" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT,
    "words" TEXT NOT NULL,

    CONSTRAINT "ticket_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_state_due_at_id_idx" ON "ticket"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "ticket_assignee_id_state_idx" ON "ticket"("assignee_id", "state");

-- CreateIndex
CREATE INDEX "ticket_next_look_at_idx" ON "ticket"("next_look_at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_tenant_id_id_key" ON "ticket"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_event_tenant_id_ticket_id_place_key" ON "ticket_event"("tenant_id", "ticket_id", "place");

-- CreateIndex
CREATE INDEX "ticket_note_tenant_id_ticket_id_at_idx" ON "ticket_note"("tenant_id", "ticket_id", "at");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_tenant_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id") REFERENCES "ticket"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_note" ADD CONSTRAINT "ticket_note_tenant_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id") REFERENCES "ticket"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ticket_event"
    ADD CONSTRAINT "said_with_words" CHECK ("kind" NOT IN ('opened', 'replied') OR "words" IS NOT NULL),
    -- Nobody's clock is stopped in silence: what waits for the tenant, or is resolved by the provider, was written to them.
    ADD CONSTRAINT "never_stopped_in_silence" CHECK ("side" <> 'provider' OR "state" IS NULL OR "state" NOT IN ('waiting_tenant', 'resolved') OR "kind" = 'replied'),
    ADD CONSTRAINT "done_by_somebody" CHECK (("side" = 'system') = ("by" IS NULL)),
    ADD CONSTRAINT "rated_from_one_to_five" CHECK (("kind" = 'rated') = ("rating" IS NOT NULL) AND ("rating" IS NULL OR "rating" BETWEEN 1 AND 5));

-- A closed ticket stays closed; only its rating may come later.
CREATE FUNCTION ticket_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' AND NEW.state <> 'closed' THEN
    RAISE EXCEPTION 'ticket % is closed', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_law BEFORE UPDATE ON "ticket" FOR EACH ROW EXECUTE FUNCTION ticket_law();
REVOKE ALL ON FUNCTION ticket_law() FROM PUBLIC;

ALTER TABLE "ticket" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ticket_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ticket_note" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "ticket" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "ticket" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
-- A tenant speaks for itself and for nobody else.
CREATE POLICY own_tenant ON "ticket_event" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant() AND "side" = 'tenant');
CREATE POLICY provider ON "ticket_event" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider() AND "side" <> 'tenant');
-- Notes have no door for tenants, so no answer, mail, export or search of a tenant can hold one.
CREATE POLICY provider ON "ticket_note" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());

GRANT SELECT, INSERT, UPDATE ("priority", "state", "assignee_id", "assignee_name", "changed_at", "standing", "due_at", "next_look_at", "rating") ON "ticket" TO inkproof_app;
GRANT SELECT, INSERT ON "ticket_event" TO inkproof_app;
GRANT SELECT, INSERT ON "ticket_note" TO inkproof_app;
