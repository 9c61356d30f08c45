CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'delivered', 'failed');

CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "events" TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "secret_hint" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_key" BYTEA NOT NULL,
    "previous_sealed" BYTEA,
    "previous_sealed_key" BYTEA,
    "previous_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_attempt" (
    "delivery_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("delivery_id","number")
);

CREATE INDEX "webhook_tenant_id_id_idx" ON "webhook"("tenant_id", "id");
CREATE INDEX "webhook_delivery_tenant_id_webhook_id_id_idx" ON "webhook_delivery"("tenant_id", "webhook_id", "id");
CREATE INDEX "webhook_delivery_next_attempt_at_idx" ON "webhook_delivery"("next_attempt_at");

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "webhook_attempt" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "webhook" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "webhook_delivery" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "webhook_attempt" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ON "webhook_delivery" TO inkproof_app;
GRANT SELECT, INSERT ON "webhook_attempt" TO inkproof_app;

-- Whoever delivers works for all tenants, and learns of each delivery only whose it is. Taking one puts it out of
-- sight for a minute: if the one who took it dies, it comes up again.
GRANT SELECT, UPDATE, DELETE ON "webhook_delivery" TO inkproof_gate;
CREATE POLICY gate ON "webhook_delivery" TO inkproof_gate USING (true) WITH CHECK (true);

CREATE FUNCTION gate_take_deliveries(most integer)
RETURNS TABLE (id text, tenant_id text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE webhook_delivery d SET next_attempt_at = clock_timestamp() + interval '1 minute'
  FROM (SELECT w.id FROM webhook_delivery w WHERE w.next_attempt_at <= clock_timestamp() ORDER BY w.next_attempt_at LIMIT most FOR UPDATE SKIP LOCKED) due
  WHERE d.id = due.id
  RETURNING d.id, d.tenant_id
$$;

CREATE FUNCTION gate_forget_deliveries(before timestamptz)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM webhook_delivery WHERE created_at < before AND next_attempt_at IS NULL RETURNING 1) SELECT count(*) FROM gone
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_take_deliveries(integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_forget_deliveries(timestamptz) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_take_deliveries(integer), gate_forget_deliveries(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_take_deliveries(integer), gate_forget_deliveries(timestamptz) TO inkproof_app;
