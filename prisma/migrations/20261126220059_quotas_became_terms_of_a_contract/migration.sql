-- CreateEnum
CREATE TYPE "QuotaBasis" AS ENUM ('contracted', 'override');

-- CreateEnum
CREATE TYPE "QuotaBurst" AS ENUM ('at_once');

-- CreateTable
CREATE TABLE "quota_term" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "basis" "QuotaBasis" NOT NULL,
    "requests_per_second" INTEGER NOT NULL,
    "burst" "QuotaBurst" NOT NULL,
    "effective_from" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6),
    "source_document" TEXT,
    "source_sha256" TEXT,
    "reason" TEXT,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,
    "approved_by" TEXT,
    "cancelled_at" TIMESTAMPTZ(6),
    "cancelled_by" TEXT,

    CONSTRAINT "quota_term_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "quota_term_tenant_id_basis_effective_from_idx" ON "quota_term"("tenant_id", "basis", "effective_from");

-- AddForeignKey
ALTER TABLE "quota_term" ADD CONSTRAINT "quota_term_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "quota_term" ADD CHECK ("requests_per_second" BETWEEN 1 AND 5000);
ALTER TABLE "quota_term" ADD CHECK ("ends_at" IS NULL OR ("basis" = 'override' AND "ends_at" > "effective_from"));
-- Whoever approves is never whoever set it.
ALTER TABLE "quota_term" ADD CHECK ("approved_by" <> "set_by");

ALTER TABLE "quota_term" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "quota_term" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
CREATE POLICY provider ON "quota_term" FOR SELECT TO inkproof_app USING (app_is_provider());

-- Terms come in, and are called off, through the functions below and by no other way. Nothing of them is ever rewritten.
GRANT SELECT ON "quota_term" TO inkproof_app;
GRANT SELECT, INSERT, UPDATE ("ends_at", "cancelled_at", "cancelled_by") ON "quota_term" TO inkproof_gate;
CREATE POLICY gate ON "quota_term" TO inkproof_gate USING (true) WITH CHECK (true);

-- The quota of a tenant at an instant, and the next instant at which it may become another. A contracted term holds until
-- the next one begins; while an override runs, it holds instead. One that nobody else approved never holds above the
-- contract, whatever the contract becomes meanwhile. A ring without a term, as specs and benches open them, holds its own N.
CREATE FUNCTION quota_in_force(tenant text, moment timestamptz)
RETURNS TABLE (requests_per_second integer, burst "QuotaBurst", basis "QuotaBasis", term_id text, until timestamptz)
LANGUAGE sql STABLE AS $$
  WITH contracted AS (
    SELECT t.* FROM quota_term t
    WHERE t.tenant_id = tenant AND t.basis = 'contracted' AND t.cancelled_at IS NULL AND t.effective_from <= moment
    ORDER BY t.effective_from DESC, t.set_at DESC LIMIT 1
  ), latest AS (
    SELECT t.* FROM quota_term t
    WHERE t.tenant_id = tenant AND t.basis = 'override' AND t.cancelled_at IS NULL AND t.effective_from <= moment
    ORDER BY t.effective_from DESC, t.set_at DESC LIMIT 1
  )
  SELECT CASE WHEN o.id IS NULL OR (o.approved_by IS NULL AND c.requests_per_second < o.requests_per_second) THEN COALESCE(c.requests_per_second, q.requests_per_second) ELSE o.requests_per_second END,
         COALESCE(o.burst, c.burst, 'at_once'), COALESCE(o.basis, c.basis), COALESCE(o.id, c.id),
         LEAST(o.ends_at, (SELECT min(n.effective_from) FROM quota_term n WHERE n.tenant_id = tenant AND n.cancelled_at IS NULL AND n.effective_from > moment))
  FROM quota q LEFT JOIN contracted c ON true LEFT JOIN latest o ON o.ends_at IS NULL OR o.ends_at > moment
  WHERE q.tenant_id = tenant
$$;

-- Opens a term. None reaches back: what begins now or earlier begins at this instant of the store's clock.
CREATE FUNCTION quota_term_open(term text, tenant text, which "QuotaBasis", n integer, burst_policy "QuotaBurst", starts timestamptz, ends timestamptz,
                                document text, document_sha256 text, why text, who text, approver text)
RETURNS SETOF quota_term
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz(6);
BEGIN
  IF NOT app_is_provider() THEN RAISE EXCEPTION 'only the provider sets a quota' USING ERRCODE = 'insufficient_privilege'; END IF;
  -- One change of a tenant's terms at a time, so that two of them have an order.
  PERFORM 1 FROM quota q WHERE q.tenant_id = tenant FOR NO KEY UPDATE;
  moment := clock_timestamp();
  RETURN QUERY INSERT INTO quota_term (id, tenant_id, basis, requests_per_second, burst, effective_from, ends_at, source_document, source_sha256, reason, set_by, set_at, approved_by)
    VALUES (term, tenant, which, n, burst_policy, GREATEST(COALESCE(starts, moment), moment), ends, document, document_sha256, why, who, moment, approver) RETURNING *;
  PERFORM quota_settle(tenant);
END $$;

-- Calls off a term that has not begun, or ends an override that runs. Answers no row where there is no such term, and the
-- term unchanged where it is too late.
CREATE FUNCTION quota_term_cancel(term text, tenant text, who text)
RETURNS SETOF quota_term
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz(6);
BEGIN
  IF NOT app_is_provider() THEN RAISE EXCEPTION 'only the provider sets a quota' USING ERRCODE = 'insufficient_privilege'; END IF;
  PERFORM 1 FROM quota q WHERE q.tenant_id = tenant FOR NO KEY UPDATE;
  moment := clock_timestamp();
  UPDATE quota_term t SET cancelled_at = moment, cancelled_by = who
    WHERE t.id = term AND t.tenant_id = tenant AND t.cancelled_at IS NULL AND t.effective_from > moment;
  UPDATE quota_term t SET ends_at = moment, cancelled_by = who
    WHERE t.id = term AND t.tenant_id = tenant AND t.cancelled_at IS NULL AND t.basis = 'override' AND t.effective_from < moment AND (t.ends_at IS NULL OR t.ends_at > moment);
  PERFORM quota_settle(tenant);
  RETURN QUERY SELECT t.* FROM quota_term t WHERE t.id = term AND t.tenant_id = tenant;
END $$;

-- Tells the ring what holds now.
CREATE FUNCTION quota_settle(tenant text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM quota_set(tenant, f.requests_per_second) FROM quota_in_force(tenant, clock_timestamp()) f;
END $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION quota_term_open(text, text, "QuotaBasis", integer, "QuotaBurst", timestamptz, timestamptz, text, text, text, text, text) OWNER TO inkproof_gate;
ALTER FUNCTION quota_term_cancel(text, text, text) OWNER TO inkproof_gate;
ALTER FUNCTION quota_settle(text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION quota_settle(text), quota_term_cancel(text, text, text), quota_term_open(text, text, "QuotaBasis", integer, "QuotaBurst", timestamptz, timestamptz, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_term_cancel(text, text, text), quota_term_open(text, text, "QuotaBasis", integer, "QuotaBurst", timestamptz, timestamptz, text, text, text, text, text) TO inkproof_app;
