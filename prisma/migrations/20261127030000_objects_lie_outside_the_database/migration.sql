CREATE TABLE "tenant_key" (
    "tenant_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "wrapped" BYTEA,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tenant_key_pkey" PRIMARY KEY ("tenant_id"),
    CONSTRAINT "tenant_key_is_there_or_destroyed" CHECK (("wrapped" IS NULL) = ("destroyed_at" IS NOT NULL))
);

CREATE TABLE "blob_to_unlink" (
    "blob" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "taken_until" TIMESTAMPTZ(3),

    CONSTRAINT "blob_to_unlink_pkey" PRIMARY KEY ("blob")
);
CREATE INDEX "blob_to_unlink_since_idx" ON "blob_to_unlink"("since");

ALTER TABLE "stored_object"
  ADD COLUMN "class" TEXT,
  ADD COLUMN "blob" TEXT,
  ADD COLUMN "salt" BYTEA,
  ADD COLUMN "digest" BYTEA,
  ALTER COLUMN "sealed" DROP NOT NULL,
  ALTER COLUMN "expires_at" DROP NOT NULL,
  ADD CONSTRAINT "stored_object_lies_in_one_place" CHECK (("sealed" IS NULL) <> ("blob" IS NULL));
CREATE UNIQUE INDEX "stored_object_blob_key" ON "stored_object"("blob");

ALTER TABLE "tenant_key" ADD CONSTRAINT "tenant_key_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "tenant_key" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "blob_to_unlink" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON "tenant_key" TO inkproof_app USING ("tenant_id" = app_tenant()) WITH CHECK ("tenant_id" = app_tenant());
GRANT SELECT, INSERT ON "tenant_key" TO inkproof_app;
GRANT UPDATE ("wrapped", "destroyed_at") ON "tenant_key" TO inkproof_app;

CREATE FUNCTION keep_key_destroyed()
RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a destroyed key does not come back' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_key_destroyed BEFORE UPDATE ON "tenant_key" FOR EACH ROW WHEN (OLD."destroyed_at" IS NOT NULL) EXECUTE FUNCTION keep_key_destroyed();

CREATE POLICY own_tenant_sees ON "blob_to_unlink" FOR SELECT TO inkproof_app USING ("tenant_id" = app_tenant());
GRANT SELECT ON "blob_to_unlink" TO inkproof_app;
CREATE POLICY gate ON "blob_to_unlink" TO inkproof_gate USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "blob_to_unlink" TO inkproof_gate;

-- Whoever deletes the row of an object, by whichever way, has its blob unlinked.
CREATE FUNCTION unlink_blobs_of_erased_objects()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO blob_to_unlink (blob, tenant_id, since) SELECT g.blob, g.tenant_id, clock_timestamp() FROM gone g WHERE g.blob IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION gate_take_unlinks(at timestamptz)
RETURNS TABLE (blob text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE blob_to_unlink b SET taken_until = at + interval '1 minute'
  WHERE b.blob IN (SELECT u.blob FROM blob_to_unlink u WHERE u.taken_until IS NULL OR u.taken_until <= at ORDER BY u.since LIMIT 1000 FOR UPDATE SKIP LOCKED)
  RETURNING b.blob
$$;

CREATE FUNCTION gate_forget_unlinks(blobs text[])
RETURNS TABLE (count bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM blob_to_unlink b WHERE b.blob = ANY (blobs) RETURNING 1) SELECT count(*) FROM gone
$$;

-- Of these blobs the ones that no object lies in.
CREATE FUNCTION gate_find_stray_blobs(blobs text[])
RETURNS TABLE (blob text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.name FROM unnest(blobs) AS b(name) WHERE NOT EXISTS (SELECT FROM stored_object o WHERE o.blob = b.name)
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION unlink_blobs_of_erased_objects() OWNER TO inkproof_gate;
ALTER FUNCTION gate_take_unlinks(timestamptz) OWNER TO inkproof_gate;
ALTER FUNCTION gate_forget_unlinks(text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_stray_blobs(text[]) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION unlink_blobs_of_erased_objects(), gate_take_unlinks(timestamptz), gate_forget_unlinks(text[]), gate_find_stray_blobs(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_take_unlinks(timestamptz), gate_forget_unlinks(text[]), gate_find_stray_blobs(text[]) TO inkproof_app;

CREATE TRIGGER unlink_blobs AFTER DELETE ON "stored_object" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unlink_blobs_of_erased_objects();
