-- CreateTable
CREATE TABLE "support_access" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ticket" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "support_access_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "within_four_hours" CHECK ("ends_at" > "opened_at" AND "ends_at" <= "opened_at" + interval '4 hours'),
    CONSTRAINT "ended_by_somebody" CHECK (("ended_at" IS NULL) = ("ended_by" IS NULL)),
    CONSTRAINT "for_a_reason" CHECK (btrim("reason") <> '')
);

-- CreateIndex
CREATE INDEX "support_access_tenant_id_id_idx" ON "support_access"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "support_access_person_id_idx" ON "support_access"("person_id");

-- AddForeignKey
ALTER TABLE "support_access" ADD CONSTRAINT "support_access_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_access" ADD CONSTRAINT "support_access_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "support_access" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "support_access" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
CREATE POLICY provider ON "support_access" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
-- It is opened and ended. Nobody makes it longer, gives it to somebody else or changes why.
GRANT SELECT, INSERT, UPDATE ("ended_at", "ended_by") ON "support_access" TO inkproof_app;

GRANT SELECT ON "support_access" TO inkproof_gate;
CREATE POLICY gate ON "support_access" FOR SELECT TO inkproof_gate USING (true);

-- The tenant whose data a transaction may look at: that of the access it names, for as long as the access runs and its
-- person is on the staff. The store holds the time box by its own clock.
CREATE FUNCTION app_support_tenant() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.tenant_id FROM support_access a JOIN staff s ON s.person_id = a.person_id
  WHERE a.id = NULLIF(current_setting('app.support', true), '') AND a.ended_at IS NULL AND a.ends_at > clock_timestamp()
$$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION app_support_tenant() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION app_support_tenant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_support_tenant() TO inkproof_app;

-- What was called and when, never what was read: results stay sealed, and no function here opens one.
CREATE POLICY support_reads ON "recognition" FOR SELECT TO inkproof_app USING ("tenant_id" = (SELECT app_support_tenant()));
