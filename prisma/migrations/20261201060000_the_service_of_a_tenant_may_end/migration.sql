CREATE TYPE "EndingSide" AS ENUM ('tenant', 'provider');

CREATE TABLE "service_end" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "side" "EndingSide" NOT NULL,
    "reason" TEXT,
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "announced_by" TEXT NOT NULL,
    "approved_by" TEXT,
    "approval_id" TEXT,
    "last_day" DATE NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "readable_until" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3)[],
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "deletion_id" TEXT,
    "next_look_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_end_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "service_end_tenant_id_id_idx" ON "service_end"("tenant_id", "id");
CREATE INDEX "service_end_next_look_at_idx" ON "service_end"("next_look_at");
-- A service ends once. The gate looks here with every call.
CREATE UNIQUE INDEX "service_end_standing_key" ON "service_end"("tenant_id") WHERE "taken_back_at" IS NULL;

ALTER TABLE "service_end" ADD CONSTRAINT "service_end_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_end"
    ADD CONSTRAINT "said_beforehand" CHECK ("ends_at" - "announced_at" >= CASE WHEN "side" = 'tenant' THEN interval '7 days' ELSE interval '30 days' END),
    ADD CONSTRAINT "by_two_of_the_provider" CHECK (CASE WHEN "side" = 'provider' THEN "approval_id" IS NOT NULL AND "approved_by" IS NOT NULL AND "approved_by" <> "announced_by" AND "reason" IS NOT NULL ELSE "approval_id" IS NULL AND "approved_by" IS NULL END),
    -- What has come is not taken back, and what was taken back does not come.
    ADD CONSTRAINT "taken_back_before_it_comes" CHECK ("taken_back_at" IS NULL OR ("ended_at" IS NULL AND "taken_back_at" < "ends_at")),
    ADD CONSTRAINT "comes_at_its_time" CHECK ("ended_at" IS NULL OR ("ended_at" >= "ends_at" AND "deletion_id" IS NOT NULL AND cardinality("offered_at") >= 3));

ALTER TABLE "service_end" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- A tenant sees its own. Whatever either side does to it is told to both, so it is written by transactions that speak for the provider too.
CREATE POLICY own_tenant ON "service_end" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider ON "service_end" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY gate ON "service_end" FOR SELECT TO inkproof_gate USING (true);

GRANT SELECT, INSERT, UPDATE ("offered_at", "taken_back_at", "taken_back_by", "ended_at", "deletion_id", "next_look_at") ON "service_end" TO inkproof_app;
GRANT SELECT ("tenant_id", "ends_at", "readable_until", "taken_back_at") ON "service_end" TO inkproof_gate;

ALTER TABLE "deletion" ADD COLUMN "service_end" TEXT;

-- The end bites at its instant on every node, by the store's clock and without anybody doing anything.
DROP FUNCTION gate_find_key(text);
CREATE FUNCTION gate_find_key(presented text)
RETURNS TABLE (id text, tenant_id text, environment text, retention text, scopes text[], allowed_addresses text[], requests_per_second integer,
               ended text, ended_at timestamptz, suspended boolean, service_ended boolean, used_lately boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.tenant_id, k.environment::text, k.retention::text, COALESCE(k.scopes::text[], '{}'), COALESCE(k.allowed_addresses, '{}'), k.requests_per_second,
         CASE WHEN k.revoked_at IS NOT NULL THEN CASE WHEN k.revoked_because = 'leak' THEN 'leaked' ELSE 'revoked' END
              WHEN k.retires_at <= m.moment THEN 'rotated'
              WHEN k.expires_at <= m.moment THEN 'expired' END,
         COALESCE(k.revoked_at, LEAST(k.retires_at, k.expires_at)), t.suspended_at IS NOT NULL,
         EXISTS (SELECT FROM service_end e WHERE e.tenant_id = k.tenant_id AND e.taken_back_at IS NULL AND e.ends_at <= m.moment),
         COALESCE(k.last_used_at > m.moment - interval '1 minute', false)
  FROM api_key k JOIN tenant t ON t.id = k.tenant_id, (SELECT clock_timestamp() AS moment) m WHERE k.secret_hash = presented
$$;

DROP FUNCTION gate_find_session(text);
CREATE FUNCTION gate_find_session(presented text)
RETURNS TABLE (id text, person_id text, name text, email text, created_at timestamptz, expires_at timestamptz, confirmed_at timestamptz, assured boolean, seen_at timestamptz,
               tenant_id text, tenant_name text, member_role text, staff_role text, service text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, p.id, p.name, p.email, s.created_at, s.expires_at, s.confirmed_at, s.assured, s.seen_at, t.id, t.name, m.role::text, f.role::text,
         (SELECT CASE WHEN e.readable_until <= clock_timestamp() THEN 'closed' WHEN e.ends_at <= clock_timestamp() THEN 'ended' END FROM service_end e WHERE e.tenant_id = t.id AND e.taken_back_at IS NULL)
  FROM session s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN member m ON m.tenant_id = s.tenant_id AND m.person_id = s.person_id
  LEFT JOIN tenant t ON t.id = m.tenant_id
  LEFT JOIN staff f ON f.person_id = s.person_id AND s.tenant_id IS NULL
  WHERE s.token_hash = presented
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_key(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_session(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_key(text), gate_find_session(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_key(text), gate_find_session(text) TO inkproof_app;
