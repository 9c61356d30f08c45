-- CreateTable
CREATE TABLE "intake_proof" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "met" TEXT,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "intake_proof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "intake_proof_at_idx" ON "intake_proof"("at");

GRANT SELECT, INSERT ON "intake_proof" TO inkproof_app;

-- Tickets of the probe are nobody's evidence: they go after a week, a day of them at a time. Those of tenants as before.
CREATE OR REPLACE FUNCTION gate_find_expired_tickets(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due.id, due.tenant_id, due.due_at FROM (
    SELECT t.id, t.tenant_id, ((closed.moment AT TIME ZONE 'Asia/Shanghai')::date + kept.long + interval '1 day') AT TIME ZONE 'Asia/Shanghai' AS due_at
    FROM ticket t
    CROSS JOIN LATERAL (SELECT CASE WHEN t.tenant_id = 'ten_00000000000000000000000000' THEN interval '7 days' ELSE interval '36 months' END AS long) kept
    CROSS JOIN LATERAL (SELECT max(e.at) AS moment FROM ticket_event e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.state = 'closed') closed
    WHERE t.state = 'closed' AND t.opened_at <= at - kept.long
  ) due WHERE due.due_at <= at AND (due.due_at, due.id) > (after_at, after_id) ORDER BY due.due_at, due.id LIMIT most
$$;
