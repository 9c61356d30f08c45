-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "head" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "key" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_key" (
    "id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "first_used_at" TIMESTAMPTZ(6) NOT NULL,
    "vouched_by" TEXT,
    "vouching" BYTEA,

    CONSTRAINT "audit_key_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "audit_checkpoint" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "audit_checkpoint" FOR SELECT TO inkproof_app USING ("chain" = app_tenant());
CREATE POLICY provider ON "audit_checkpoint" FOR SELECT TO inkproof_app USING (app_is_provider());
CREATE POLICY provider_seals ON "audit_checkpoint" FOR INSERT TO inkproof_app WITH CHECK (app_is_provider());
GRANT SELECT, INSERT ON "audit_checkpoint" TO inkproof_app;

-- What is signed is what stands in the chain.
CREATE FUNCTION audit_checkpoint_is_of_an_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_entry e WHERE e.chain = NEW.chain AND e.seq = NEW.seq AND e.hash = NEW.head) THEN
    RAISE EXCEPTION 'chain % has no such head', NEW.chain USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- After, so that row security has spoken first.
CREATE TRIGGER is_of_an_entry AFTER INSERT ON "audit_checkpoint" FOR EACH ROW EXECUTE FUNCTION audit_checkpoint_is_of_an_entry();

-- Public keys hold nothing of anybody.
GRANT SELECT, INSERT ON "audit_key" TO inkproof_app;

-- Forgets what entries say of one person: body and salt, and what was taken out of the body for searching. Their place in
-- the chain stays, because the chain is made of commitments, which tell nothing without the salt. Answers how many.
CREATE FUNCTION audit_erase(chain_name text, person text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased bigint;
BEGIN
  IF (app_is_provider() OR chain_name = app_tenant()) IS NOT TRUE THEN
    RAISE EXCEPTION 'this transaction does not speak for chain %', chain_name USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE audit_entry e SET body = NULL, salt = NULL, action = NULL, actor_kind = NULL, actor_id = NULL
  WHERE e.chain = chain_name AND e.body IS NOT NULL
    AND (e.actor_id = person OR (position(to_json(person)::text IN e.body) > 0 AND (e.body::jsonb -> 'targets') ? person));
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;

GRANT UPDATE (body, salt, action, actor_kind, actor_id) ON "audit_entry" TO inkproof_gate;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION audit_erase(text, text) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION audit_erase(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_erase(text, text) TO inkproof_app;
