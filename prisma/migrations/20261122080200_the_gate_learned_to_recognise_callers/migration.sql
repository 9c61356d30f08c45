-- Before a caller is known there is no tenant to speak for. These functions answer for exactly one secret or
-- address each, as a role that can read nothing else and that nobody logs in as.
GRANT SELECT ON "tenant", "person", "member", "staff", "session", "api_key" TO inkproof_gate;
CREATE POLICY gate ON "tenant" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "person" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "member" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "staff" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "session" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "api_key" FOR SELECT TO inkproof_gate USING (true);

CREATE FUNCTION gate_find_key(presented text)
RETURNS TABLE (id text, tenant_id text, label text, environment text, revoked boolean, used_lately boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.tenant_id, k.label, k.environment::text, k.revoked_at IS NOT NULL,
         COALESCE(k.last_used_at > clock_timestamp() - interval '1 minute', false)
  FROM api_key k WHERE k.secret_hash = presented
$$;

CREATE FUNCTION gate_find_session(presented text)
RETURNS TABLE (id text, person_id text, name text, email text, expires_at timestamptz,
               tenant_id text, tenant_name text, member_role text, staff_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, p.id, p.name, p.email, s.expires_at, t.id, t.name, m.role::text, f.role::text
  FROM session s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN member m ON m.tenant_id = s.tenant_id AND m.person_id = s.person_id
  LEFT JOIN tenant t ON t.id = m.tenant_id
  LEFT JOIN staff f ON f.person_id = s.person_id AND s.tenant_id IS NULL
  WHERE s.token_hash = presented
$$;

CREATE FUNCTION gate_find_person(address text)
RETURNS TABLE (id text, name text, email text, password_hash text, tenant_id text, tenant_name text, member_role text, staff_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name, p.email, p.password_hash, t.id, t.name, m.role::text, f.role::text
  FROM person p
  LEFT JOIN staff f ON f.person_id = p.id
  LEFT JOIN member m ON m.person_id = p.id AND f.person_id IS NULL
  LEFT JOIN tenant t ON t.id = m.tenant_id
  WHERE p.email = address
  ORDER BY m.created_at LIMIT 1
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_key(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_session(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_person(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;

REVOKE ALL ON FUNCTION gate_find_key(text), gate_find_session(text), gate_find_person(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_key(text), gate_find_session(text), gate_find_person(text) TO inkproof_app;
