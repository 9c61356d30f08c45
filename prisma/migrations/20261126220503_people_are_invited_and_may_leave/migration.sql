-- CreateEnum
CREATE TYPE "InvitationEnd" AS ENUM ('accepted', 'withdrawn');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'zh-CN';

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "member_role" "MemberRole",
    "staff_role" "StaffRole",
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sendings" INTEGER NOT NULL DEFAULT 1,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended" "InvitationEnd",

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id"),
    -- To a tenant as a member, or to the staff; and an address for as long as somebody may still come, and no longer.
    CONSTRAINT "to_one_side" CHECK (("tenant_id" IS NULL) = ("member_role" IS NULL) AND ("tenant_id" IS NULL) = ("staff_role" IS NOT NULL)),
    CONSTRAINT "ends_without_address" CHECK (("ended" IS NULL) = ("ended_at" IS NULL) AND ("ended" IS NULL) = ("email" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_tenant_id_id_idx" ON "invitation"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "password_reset_person_id_idx" ON "password_reset"("person_id");

-- CreateIndex
CREATE INDEX "session_tenant_id_person_id_idx" ON "session"("tenant_id", "person_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "member"("tenant_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "password_reset" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "invitation" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
-- Whoever accepts or resets is nobody yet; the install acts for them, and knows them by their token.
CREATE POLICY provider ON "invitation" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
CREATE POLICY provider ON "password_reset" TO inkproof_app USING (app_is_provider()) WITH CHECK (app_is_provider());
GRANT SELECT, INSERT, UPDATE ON "invitation" TO inkproof_app;
GRANT SELECT, INSERT, DELETE ON "password_reset" TO inkproof_app;
GRANT DELETE ON "member", "staff" TO inkproof_app;

-- Whoever is appointed again later may not find an old session open.
GRANT DELETE ON "session" TO inkproof_gate;
CREATE POLICY gate_ends ON "session" FOR DELETE TO inkproof_gate USING (true);
CREATE FUNCTION gate_end_staff_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM session s WHERE s.person_id = OLD.person_id AND s.tenant_id IS NULL;
  RETURN OLD;
END $$;

-- The install ends every session of somebody whose password it sets anew.
CREATE FUNCTION gate_end_sessions(person text) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (DELETE FROM session s WHERE s.person_id = person AND app_is_provider() RETURNING 1) SELECT count(*) FROM ended
$$;

-- A tenant learns the names and addresses of its members, and nothing else of those people.
CREATE FUNCTION gate_list_members() RETURNS TABLE (person_id text, name text, email text, locale text, role text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name, p.email, p.locale, m.role::text, m.created_at FROM member m JOIN person p ON p.id = m.person_id WHERE m.tenant_id = app_tenant() ORDER BY m.created_at, p.id
$$;

-- A person learns in which tenants they are, and as what.
CREATE FUNCTION gate_list_places() RETURNS TABLE (tenant_id text, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.name, m.role::text FROM member m JOIN tenant t ON t.id = m.tenant_id WHERE m.person_id = app_person() ORDER BY m.created_at, t.id
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_end_staff_sessions() OWNER TO inkproof_gate;
ALTER FUNCTION gate_end_sessions(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_list_members() OWNER TO inkproof_gate;
ALTER FUNCTION gate_list_places() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_end_staff_sessions(), gate_end_sessions(text), gate_list_members(), gate_list_places() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_end_sessions(text), gate_list_members(), gate_list_places() TO inkproof_app;
CREATE TRIGGER staff_sessions_end AFTER DELETE ON "staff" FOR EACH ROW EXECUTE FUNCTION gate_end_staff_sessions();
