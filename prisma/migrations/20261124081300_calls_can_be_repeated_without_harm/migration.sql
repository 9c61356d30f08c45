CREATE TABLE "idempotent_call" (
    "subject" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "locked_until" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "sealed" BYTEA,
    "sealed_key" BYTEA,

    CONSTRAINT "idempotent_call_pkey" PRIMARY KEY ("subject","caller","route","key_hash")
);
-- Noise does not compress.
ALTER TABLE "idempotent_call" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

CREATE INDEX "idempotent_call_expires_at_idx" ON "idempotent_call"("expires_at");

ALTER TABLE "idempotent_call" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_subject ON "idempotent_call" TO inkproof_app USING ("subject" IN (app_tenant(), app_person())) WITH CHECK ("subject" IN (app_tenant(), app_person()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotent_call" TO inkproof_app;

GRANT SELECT (expires_at), DELETE ON "idempotent_call" TO inkproof_gate;
CREATE POLICY gate ON "idempotent_call" TO inkproof_gate USING (true);

CREATE FUNCTION gate_forget_answers(at timestamptz)
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM idempotent_call c WHERE c.expires_at <= at RETURNING 1) SELECT count(*) FROM gone
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_forget_answers(timestamptz) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_forget_answers(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_forget_answers(timestamptz) TO inkproof_app;
