-- Two groups without a login. Logins of the application are members of inkproof_app (tools/parts/provision.mjs);
-- nobody is a member of inkproof_gate but the owner, who needs it to hand functions over.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'inkproof_app') THEN
    CREATE ROLE inkproof_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'inkproof_gate') THEN
    CREATE ROLE inkproof_gate NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END $$;
GRANT inkproof_gate TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO inkproof_app, inkproof_gate;

-- What the tenancy gateway says of the transaction. Nothing said means nothing seen.
CREATE FUNCTION app_tenant() RETURNS text LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.tenant_id', true), '') $$;
CREATE FUNCTION app_person() RETURNS text LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.person_id', true), '') $$;
CREATE FUNCTION app_is_provider() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT COALESCE(current_setting('app.scope', true) = 'provider', false) $$;

ALTER TABLE "tenant" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "staff" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "quota" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "quota_slot" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ledger_entry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "recognition" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A tenant sees its own rows.
CREATE POLICY own_tenant ON "tenant" TO inkproof_app USING ("id" = app_tenant()) WITH CHECK ("id" = app_tenant());
CREATE POLICY own_tenant ON "member" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "api_key" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "quota" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "quota_slot" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "ledger_entry" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY own_tenant ON "recognition" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());

-- A person sees themselves and their own sessions.
CREATE POLICY own_person ON "person" TO inkproof_app USING ("id" = app_person()) WITH CHECK ("id" = app_person());
CREATE POLICY own_person ON "session" TO inkproof_app USING ("person_id" = app_person()) WITH CHECK ("person_id" = app_person());

-- The provider runs the install: tenants, people, quotas and what calls came to. Never what was recognised.
CREATE POLICY provider ON "tenant" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "person" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "member" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "staff" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "quota" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider_reads ON "api_key" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_reads ON "ledger_entry" FOR SELECT TO inkproof_app USING (app_is_provider());

-- The application writes what its actions write and deletes only what may go.
GRANT SELECT, INSERT, UPDATE ON "tenant", "person", "member", "staff", "api_key" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "session", "sign_in_failure", "node" TO inkproof_app;
GRANT SELECT, INSERT ON "ledger_entry", "recognition", "quota" TO inkproof_app;
GRANT SELECT ON "quota_slot" TO inkproof_app;
