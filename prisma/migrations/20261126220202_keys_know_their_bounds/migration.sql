CREATE TYPE "KeyScope" AS ENUM ('recognise', 'results', 'jobs', 'usage', 'webhooks');
CREATE TYPE "KeyEnd" AS ENUM ('member', 'leak');

-- Keys issued before were issued for everything there was, and those revoked before were revoked by a member.
ALTER TABLE "api_key"
    ADD COLUMN "scopes" "KeyScope"[] DEFAULT '{recognise,results,jobs,usage,webhooks}',
    ADD COLUMN "purpose" TEXT,
    ADD COLUMN "allowed_addresses" TEXT[] DEFAULT '{}',
    ADD COLUMN "requests_per_second" INTEGER,
    ADD COLUMN "expires_at" TIMESTAMPTZ(3),
    ADD COLUMN "last_used_from" TEXT,
    ADD COLUMN "last_used_for" TEXT,
    ADD COLUMN "retires_at" TIMESTAMPTZ(3),
    ADD COLUMN "successor_id" TEXT,
    ADD COLUMN "revoked_because" "KeyEnd";
ALTER TABLE "api_key" ALTER COLUMN "scopes" DROP DEFAULT, ALTER COLUMN "allowed_addresses" DROP DEFAULT;

ALTER TABLE "tenant" ADD COLUMN "suspended_at" TIMESTAMPTZ(3);

-- Whether a key opens anything is judged here, by the store's clock: one clock for all nodes, and no node remembers keys.
DROP FUNCTION gate_find_key(text);
CREATE FUNCTION gate_find_key(presented text)
RETURNS TABLE (id text, tenant_id text, environment text, retention text, scopes text[], allowed_addresses text[], requests_per_second integer,
               ended text, ended_at timestamptz, suspended boolean, used_lately boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.tenant_id, k.environment::text, k.retention::text, COALESCE(k.scopes::text[], '{}'), COALESCE(k.allowed_addresses, '{}'), k.requests_per_second,
         CASE WHEN k.revoked_at IS NOT NULL THEN CASE WHEN k.revoked_because = 'leak' THEN 'leaked' ELSE 'revoked' END
              WHEN k.retires_at <= m.moment THEN 'rotated'
              WHEN k.expires_at <= m.moment THEN 'expired' END,
         COALESCE(k.revoked_at, LEAST(k.retires_at, k.expires_at)), t.suspended_at IS NOT NULL,
         COALESCE(k.last_used_at > m.moment - interval '1 minute', false)
  FROM api_key k JOIN tenant t ON t.id = k.tenant_id, (SELECT clock_timestamp() AS moment) m WHERE k.secret_hash = presented
$$;

-- For people, whose session is no key.
CREATE FUNCTION gate_find_suspension(tenant text)
RETURNS TABLE (suspended boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT t.suspended_at IS NOT NULL FROM tenant t WHERE t.id = tenant $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_key(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_suspension(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_key(text), gate_find_suspension(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_key(text), gate_find_suspension(text) TO inkproof_app;
