ALTER TABLE "stored_object"
  ALTER COLUMN "sealed_key" DROP NOT NULL,
  ADD CONSTRAINT "stored_object_in_its_row_has_its_key" CHECK ("sealed" IS NULL OR "sealed_key" IS NOT NULL);
GRANT UPDATE ("sealed_key") ON "stored_object" TO inkproof_app;
-- Empty, once the keys of before are moved.
CREATE INDEX "stored_object_key_in_row_idx" ON "stored_object"("tenant_id") WHERE "sealed_key" IS NOT NULL AND "blob" IS NOT NULL;

ALTER TABLE "tenant_key"
  ADD COLUMN "key" TEXT,
  DROP CONSTRAINT "tenant_key_is_there_or_destroyed",
  ADD CONSTRAINT "tenant_key_is_there_or_destroyed" CHECK (num_nonnulls("wrapped", "key") = ("destroyed_at" IS NULL)::int);
CREATE UNIQUE INDEX "tenant_key_key_key" ON "tenant_key"("key");
GRANT UPDATE ("key") ON "tenant_key" TO inkproof_app;
CREATE POLICY gate ON "tenant_key" FOR SELECT TO inkproof_gate USING (true);
GRANT SELECT ("tenant_id", "key", "destroyed_at") ON "tenant_key" TO inkproof_gate;

-- Whoever destroys the key of a tenant, by whichever way, has it taken away where it lies.
CREATE FUNCTION unlink_destroyed_key()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO blob_to_unlink (blob, tenant_id, since) VALUES (OLD.key, OLD.tenant_id, clock_timestamp());
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION gate_find_stray_blobs(blobs text[])
RETURNS TABLE (blob text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.name FROM unnest(blobs) AS b(name)
  WHERE NOT EXISTS (SELECT FROM stored_object o WHERE o.blob = b.name) AND NOT EXISTS (SELECT FROM tenant_key k WHERE k.key = b.name)
$$;

-- Tenants of whom keys lie in rows still.
CREATE FUNCTION gate_find_keys_in_rows()
RETURNS TABLE (tenant_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.tenant_id FROM stored_object o WHERE o.sealed_key IS NOT NULL AND o.blob IS NOT NULL
  UNION SELECT k.tenant_id FROM tenant_key k WHERE k.key IS NULL AND k.destroyed_at IS NULL
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION unlink_destroyed_key() OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_keys_in_rows() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION unlink_destroyed_key(), gate_find_keys_in_rows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_keys_in_rows() TO inkproof_app;

CREATE TRIGGER unlink_key AFTER UPDATE ON "tenant_key" FOR EACH ROW WHEN (OLD."key" IS NOT NULL AND NEW."key" IS NULL) EXECUTE FUNCTION unlink_destroyed_key();
