-- CreateEnum
CREATE TYPE "NoticeDuty" AS ENUM ('required', 'optional', 'changelog');

-- CreateEnum
CREATE TYPE "NoticeChannel" AS ENUM ('app', 'mail', 'webhook');

-- CreateEnum
CREATE TYPE "NoticeFate" AS ENUM ('queued', 'sent', 'accepted', 'bounced', 'failed', 'read');

-- AlterTable
ALTER TABLE "notice" ADD COLUMN "compatible" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "notice_tenant" ADD COLUMN "duty" "NoticeDuty";

-- CreateTable
CREATE TABLE "notice_delivery" (
    "id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "person_id" TEXT,
    "channel" "NoticeChannel" NOT NULL,
    "kind" TEXT NOT NULL,
    "owed" BOOLEAN NOT NULL,
    "in_place_of" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "NoticeFate" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "carrier_id" TEXT,
    "last_error" TEXT,
    "fell_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_wish" (
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" "NoticeChannel" NOT NULL,
    "wanted" BOOLEAN NOT NULL,

    CONSTRAINT "notice_wish_pkey" PRIMARY KEY ("person_id", "kind", "channel")
);

-- CreateIndex
CREATE INDEX "notice_delivery_tenant_id_person_id_channel_id_idx" ON "notice_delivery"("tenant_id", "person_id", "channel", "id");

-- CreateIndex
CREATE INDEX "notice_delivery_notice_id_id_idx" ON "notice_delivery"("notice_id", "id");

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_wish" ADD CONSTRAINT "notice_wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody is told the same twice on one channel, whoever spreads it and however often. A webhook's message has its carrier.
CREATE UNIQUE INDEX "told_once" ON "notice_delivery"("notice_id", "tenant_id", "person_id", "channel") NULLS NOT DISTINCT WHERE "channel" <> 'webhook';
CREATE UNIQUE INDEX "carried_once" ON "notice_delivery"("carrier_id") WHERE "carrier_id" IS NOT NULL;
-- What the shell counts on every page, and what the round for second channels looks for.
CREATE INDEX "notice_delivery_unread" ON "notice_delivery"("tenant_id", "person_id") WHERE "channel" = 'app' AND "read_at" IS NULL;
CREATE INDEX "notice_delivery_lost" ON "notice_delivery"("id") WHERE "owed" AND "fell_back_at" IS NULL AND "channel" = 'mail' AND "state" IN ('bounced', 'failed');

ALTER TABLE "notice_delivery"
    ADD CONSTRAINT "to_somebody" CHECK (("channel" = 'webhook') = ("person_id" IS NULL)),
    ADD CONSTRAINT "read_where_it_can_be_seen" CHECK (("state" = 'read') = ("read_at" IS NOT NULL) AND ("read_at" IS NULL OR "channel" = 'app'));
ALTER TABLE "notice_wish" ADD CONSTRAINT "of_a_person" CHECK ("channel" <> 'webhook');

ALTER TABLE "notice_delivery" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "notice_wish" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "notice_delivery" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "notice_delivery" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY own_person ON "notice_wish" TO inkproof_app USING ("person_id" = app_person()) WITH CHECK ("person_id" = app_person());
CREATE POLICY provider ON "notice_wish" FOR SELECT TO inkproof_app USING (app_is_provider());
-- The provider lays its notices before a tenant's webhooks, and sees neither them nor what else they were told.
CREATE POLICY provider_tells ON "webhook_delivery" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider());

GRANT SELECT, INSERT, UPDATE ("state", "attempts", "sent_at", "settled_at", "read_at", "pinned", "last_error", "fell_back_at") ON "notice_delivery" TO inkproof_app;
GRANT UPDATE ("duty") ON "notice_tenant" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("wanted") ON "notice_wish" TO inkproof_app;

-- The ledger learns what became of a message in the very transaction in which its carrier does: the mail is taken, bounced or
-- given up, the webhook has answered or was removed.
CREATE FUNCTION notice_fate(carrier text, fate "NoticeFate", tries integer, error text, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE notice_delivery d SET state = fate, attempts = greatest(d.attempts, tries), last_error = coalesce(error, d.last_error),
    sent_at = coalesce(d.sent_at, CASE WHEN fate <> 'queued' AND tries > 0 THEN at END), settled_at = CASE WHEN fate IN ('accepted', 'bounced', 'failed') THEN at END
  WHERE d.carrier_id = carrier
$$;
CREATE FUNCTION notice_mail_fate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notice_fate(NEW.id, (CASE NEW.state WHEN 'sent' THEN 'accepted' WHEN 'waiting' THEN 'sent' ELSE NEW.state::text END)::"NoticeFate", NEW.attempts, NEW.last_error, clock_timestamp());
  RETURN NULL;
END $$;
CREATE FUNCTION notice_webhook_fate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notice_fate(OLD.id, (CASE WHEN TG_OP = 'DELETE' THEN 'failed' WHEN NEW.state = 'delivered' THEN 'accepted' WHEN NEW.state = 'failed' THEN 'failed' ELSE 'sent' END)::"NoticeFate",
    (SELECT count(*)::integer FROM webhook_attempt a WHERE a.delivery_id = OLD.id), CASE WHEN TG_OP = 'DELETE' THEN 'webhook removed' END, clock_timestamp());
  RETURN NULL;
END $$;
CREATE TRIGGER notice_fate AFTER UPDATE OF "state", "attempts" ON "mail" FOR EACH ROW WHEN (NEW.template = 'notice') EXECUTE FUNCTION notice_mail_fate();
CREATE TRIGGER notice_fate AFTER UPDATE OF "state" ON "webhook_delivery" FOR EACH ROW EXECUTE FUNCTION notice_webhook_fate();
-- Whoever forgets settled messages of all tenants (the gate) cannot remove one that waits: this is not its ledger to write in.
CREATE TRIGGER notice_unheard AFTER DELETE ON "webhook_delivery" FOR EACH ROW WHEN (OLD.state = 'waiting') EXECUTE FUNCTION notice_webhook_fate();
REVOKE ALL ON FUNCTION notice_fate(text, "NoticeFate", integer, text, timestamptz), notice_mail_fate(), notice_webhook_fate() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice_fate(text, "NoticeFate", integer, text, timestamptz) TO inkproof_app, inkproof_gate;

-- Which webhooks of these tenants asked for an event: their ids alone.
GRANT SELECT (id, tenant_id, enabled, events) ON "webhook" TO inkproof_gate;
CREATE FUNCTION gate_find_listening(event text, tenants text[]) RETURNS TABLE (tenant_id text, webhook_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.tenant_id, w.id FROM webhook w WHERE w.tenant_id = ANY(tenants) AND w.enabled AND event = ANY(w.events)
$$;

-- Tenants on these plans, or on any, that one of the components concerns. Webhooks concern who has one, jobs whoever has a key
-- for them; of every other component each tenant may need something in the next hour.
CREATE FUNCTION gate_find_concerned(components text[], plans text[]) RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id FROM tenant t
  WHERE (plans = '{}' OR t.plan_name = ANY(plans))
    AND (NOT components <@ ARRAY['webhooks', 'jobs']
      OR 'webhooks' = ANY(components) AND EXISTS (SELECT FROM webhook w WHERE w.tenant_id = t.id AND w.enabled)
      OR 'jobs' = ANY(components) AND EXISTS (SELECT FROM api_key k WHERE k.tenant_id = t.id AND k.revoked_at IS NULL AND 'jobs' = ANY(k.scopes)))
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_listening(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_concerned(text[], text[]) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_listening(text, text[]), gate_find_concerned(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_listening(text, text[]), gate_find_concerned(text[], text[]) TO inkproof_app;
