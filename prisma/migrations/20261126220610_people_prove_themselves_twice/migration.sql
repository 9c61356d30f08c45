-- CreateEnum
CREATE TYPE "FactorKind" AS ENUM ('totp', 'passkey');

-- AlterTable: sessions that stand have confirmed nothing, and nothing is known of where they are used from.
ALTER TABLE "session"
ADD COLUMN "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01T00:00:00Z',
ADD COLUMN "assured" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01T00:00:00Z',
ADD COLUMN "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN "browser" TEXT NOT NULL DEFAULT 'other',
ADD COLUMN "system" TEXT NOT NULL DEFAULT 'other';
ALTER TABLE "session"
ALTER COLUMN "confirmed_at" DROP DEFAULT,
ALTER COLUMN "assured" DROP DEFAULT,
ALTER COLUMN "seen_at" DROP DEFAULT,
ALTER COLUMN "address" DROP DEFAULT,
ALTER COLUMN "browser" DROP DEFAULT,
ALTER COLUMN "system" DROP DEFAULT;

-- CreateTable
CREATE TABLE "factor" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" "FactorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "sealed" BYTEA,
    "sealed_key" BYTEA,
    "last_step" BIGINT,
    "credential_id" TEXT,
    "public_key" BYTEA,
    "counter" BIGINT,
    "transports" TEXT[],

    CONSTRAINT "factor_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "factor" ADD CONSTRAINT "factor_is_whole" CHECK (CASE "kind"
  WHEN 'totp' THEN "sealed" IS NOT NULL AND "sealed_key" IS NOT NULL AND "last_step" IS NOT NULL AND "credential_id" IS NULL
  ELSE "credential_id" IS NOT NULL AND "public_key" IS NOT NULL AND "counter" IS NOT NULL AND "sealed" IS NULL END);

-- CreateTable
CREATE TABLE "recovery_code" (
    "person_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","hash")
);

-- CreateTable
CREATE TABLE "oidc_link" (
    "key" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oidc_link_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "spent_ticket" (
    "hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_ticket_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "factor_credential_id_key" ON "factor"("credential_id");

-- CreateIndex
CREATE INDEX "factor_person_id_idx" ON "factor"("person_id");

-- CreateIndex
CREATE INDEX "oidc_link_person_id_idx" ON "oidc_link"("person_id");

-- CreateIndex
CREATE INDEX "spent_ticket_expires_at_idx" ON "spent_ticket"("expires_at");

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oidc_link" ADD CONSTRAINT "oidc_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A person's factors are theirs alone: nobody of their tenant and nobody of the provider sees them.
ALTER TABLE "factor" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "oidc_link" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_person ON "factor" TO inkproof_app USING ("person_id" = app_person()) WITH CHECK ("person_id" = app_person());
CREATE POLICY own_person ON "recovery_code" TO inkproof_app USING ("person_id" = app_person()) WITH CHECK ("person_id" = app_person());
CREATE POLICY own_person ON "oidc_link" TO inkproof_app USING ("person_id" = app_person()) WITH CHECK ("person_id" = app_person());
GRANT SELECT, INSERT, UPDATE, DELETE ON "factor" TO inkproof_app;
GRANT SELECT, INSERT, DELETE ON "recovery_code", "spent_ticket" TO inkproof_app;
GRANT SELECT, INSERT ON "oidc_link" TO inkproof_app;

GRANT SELECT ON "factor", "oidc_link" TO inkproof_gate;
CREATE POLICY gate ON "factor" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "oidc_link" FOR SELECT TO inkproof_gate USING (true);

DROP FUNCTION gate_find_session(text);
CREATE FUNCTION gate_find_session(presented text)
RETURNS TABLE (id text, person_id text, name text, email text, created_at timestamptz, expires_at timestamptz, confirmed_at timestamptz, assured boolean, seen_at timestamptz,
               tenant_id text, tenant_name text, member_role text, staff_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, p.id, p.name, p.email, s.created_at, s.expires_at, s.confirmed_at, s.assured, s.seen_at, t.id, t.name, m.role::text, f.role::text
  FROM session s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN member m ON m.tenant_id = s.tenant_id AND m.person_id = s.person_id
  LEFT JOIN tenant t ON t.id = m.tenant_id
  LEFT JOIN staff f ON f.person_id = s.person_id AND s.tenant_id IS NULL
  WHERE s.token_hash = presented
$$;

-- For exactly one passkey, or one subject of another provider: the address of the person it belongs to. What that person is comes from gate_find_person.
CREATE FUNCTION gate_find_passkey(presented text) RETURNS TABLE (email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.email FROM factor f JOIN person p ON p.id = f.person_id WHERE f.credential_id = presented
$$;
CREATE FUNCTION gate_find_oidc_link(presented text) RETURNS TABLE (email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.email FROM oidc_link l JOIN person p ON p.id = l.person_id WHERE l.key = presented
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_session(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_passkey(text) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_oidc_link(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_session(text), gate_find_passkey(text), gate_find_oidc_link(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_session(text), gate_find_passkey(text), gate_find_oidc_link(text) TO inkproof_app;
