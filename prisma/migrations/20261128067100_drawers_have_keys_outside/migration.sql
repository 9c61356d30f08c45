CREATE TABLE "drawer" (
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "wrapped_by" INTEGER NOT NULL,

    CONSTRAINT "drawer_pkey" PRIMARY KEY ("key")
);
CREATE UNIQUE INDEX "drawer_owner_name_key" ON "drawer"("owner", "name");
CREATE INDEX "drawer_owner_wrapped_by_idx" ON "drawer"("owner", "wrapped_by");

ALTER TABLE "drawer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON "drawer" TO inkproof_app USING ("owner" = app_tenant()) WITH CHECK ("owner" = app_tenant());
CREATE POLICY providers_own ON "drawer" TO inkproof_app USING ("owner" = 'provider' AND app_is_provider()) WITH CHECK ("owner" = 'provider' AND app_is_provider());
CREATE POLICY gate ON "drawer" FOR SELECT TO inkproof_gate USING (true);
GRANT SELECT, INSERT, DELETE, UPDATE ("wrapped_by") ON "drawer" TO inkproof_app;
GRANT SELECT ("key") ON "drawer" TO inkproof_gate;

-- Whoever takes a drawer away, by whichever way, has its key taken away where it lies.
CREATE FUNCTION unlink_keys_of_drawers()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO blob_to_unlink (blob, tenant_id, since) SELECT g.key, g.owner, clock_timestamp() FROM gone g;
  RETURN NULL;
END $$;

-- A key goes only when nothing is wrapped by it any more.
CREATE FUNCTION keep_key_in_use()
RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stored_object o WHERE o.tenant_id = OLD.tenant_id AND o.wrapped_by = OLD.number AND o.blob IS NOT NULL) OR EXISTS (SELECT FROM drawer d WHERE d.owner = OLD.tenant_id AND d.wrapped_by = OLD.number) THEN
    RAISE EXCEPTION 'something is wrapped by this key still' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_key_in_use BEFORE UPDATE ON "tenant_key" FOR EACH ROW WHEN (OLD."destroyed_at" IS NULL AND NEW."destroyed_at" IS NOT NULL) EXECUTE FUNCTION keep_key_in_use();

CREATE OR REPLACE FUNCTION gate_find_stray_blobs(blobs text[])
RETURNS TABLE (blob text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.name FROM unnest(blobs) AS b(name)
  WHERE NOT EXISTS (SELECT FROM stored_object o WHERE o.blob = b.name) AND NOT EXISTS (SELECT FROM tenant_key k WHERE k.key = b.name) AND NOT EXISTS (SELECT FROM drawer d WHERE d.key = b.name)
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION unlink_keys_of_drawers() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION unlink_keys_of_drawers() FROM PUBLIC;

CREATE TRIGGER unlink_keys AFTER DELETE ON "drawer" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unlink_keys_of_drawers();
