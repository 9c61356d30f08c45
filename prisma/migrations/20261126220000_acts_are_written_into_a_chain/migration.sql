-- CreateTable
CREATE TABLE "audit_entry" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "action" TEXT,
    "actor_kind" TEXT,
    "actor_id" TEXT,
    "body" TEXT,
    "salt" BYTEA,
    "commitment" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateIndex
CREATE INDEX "audit_entry_chain_action_seq_idx" ON "audit_entry"("chain", "action", "seq");

-- CreateIndex
CREATE INDEX "audit_entry_chain_actor_id_seq_idx" ON "audit_entry"("chain", "actor_id", "seq");

ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "audit_entry" FOR SELECT TO inkproof_app USING ("chain" = app_tenant());
CREATE POLICY provider ON "audit_entry" FOR SELECT TO inkproof_app USING (app_is_provider());

-- Entries come in through the function below and by no other way: the application may read what is its own, and that is all.
GRANT SELECT ON "audit_entry" TO inkproof_app;
GRANT SELECT, INSERT ON "audit_entry" TO inkproof_gate;
CREATE POLICY gate ON "audit_entry" TO inkproof_gate USING (true) WITH CHECK (true);

-- Numbers, dates and chains one entry: hash = SHA-256 of the canonical JSON of what stands around the commitment, the hash
-- before included. The chain is held until the transaction ends, so that it has no gap and no fork. Who may write into
-- which chain is asked here, because the function runs as the gate. A person's own acts may go where they act.
CREATE FUNCTION audit_append(chain_name text, body text, salt bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last audit_entry;
  next_seq bigint;
  moment timestamptz(6);
  committed bytea;
  said jsonb := body::jsonb;
BEGIN
  IF (app_is_provider() OR chain_name = app_tenant() OR
          (app_person() IS NOT NULL AND (chain_name = 'provider' AND EXISTS (SELECT FROM staff s WHERE s.person_id = app_person())
                                         OR EXISTS (SELECT FROM member m WHERE m.person_id = app_person() AND m.tenant_id = chain_name)))) IS NOT TRUE THEN
    RAISE EXCEPTION 'this transaction does not speak for chain %', chain_name USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || chain_name, 0));
  SELECT * INTO last FROM audit_entry e WHERE e.chain = chain_name ORDER BY e.seq DESC LIMIT 1;
  next_seq := COALESCE(last.seq, 0) + 1;
  moment := GREATEST(clock_timestamp(), last.at);
  committed := sha256(salt || convert_to(body, 'UTF8'));
  INSERT INTO audit_entry (chain, seq, at, action, actor_kind, actor_id, body, salt, commitment, hash)
  VALUES (chain_name, next_seq, moment, said ->> 'action', said #>> '{actor,kind}', said #>> '{actor,id}', body, salt, committed,
    sha256(convert_to(format('{"at":"%s","chain":"%s","commitment":"%s","prev":"%s","seq":%s,"v":1}',
      quota_instant(moment), chain_name, encode(committed, 'hex'), COALESCE(encode(last.hash, 'hex'), repeat('0', 64)), next_seq), 'UTF8')));
  RETURN next_seq;
END $$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION audit_append(text, text, bytea) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION audit_append(text, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(text, text, bytea) TO inkproof_app;
