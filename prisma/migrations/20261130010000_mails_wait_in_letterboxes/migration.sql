-- What mails say, and whom they go to, is sealed for the secret half of a key that lies where all keys lie. Everybody may have the other half, and write with it in any transaction.
CREATE TABLE "letterbox" (
    "key" TEXT NOT NULL,
    "holds" TEXT NOT NULL,
    "slot" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letterbox_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "known_contents" CHECK ("holds" IN ('words', 'addresses'))
);
CREATE INDEX "letterbox_holds_closes_at_idx" ON "letterbox"("holds", "closes_at");
GRANT SELECT, INSERT, DELETE, UPDATE ("closes_at") ON "letterbox" TO inkproof_app;
GRANT SELECT ("key") ON "letterbox" TO inkproof_gate;

-- Keys in rows are of before. No letterbox goes while a mail lies in it.
ALTER TABLE "mail" ALTER COLUMN "recipient_key" DROP NOT NULL,
    ADD COLUMN "recipient_box" TEXT,
    ADD COLUMN "body_box" TEXT,
    ADD CONSTRAINT "mail_recipient_box_fkey" FOREIGN KEY ("recipient_box") REFERENCES "letterbox"("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CONSTRAINT "mail_body_box_fkey" FOREIGN KEY ("body_box") REFERENCES "letterbox"("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CONSTRAINT "sealed_for_somebody" CHECK (("recipient_box" IS NULL) <> ("recipient_key" IS NULL) AND ("body" IS NULL OR ("body_box" IS NULL) <> ("body_key" IS NULL)));
CREATE INDEX "mail_recipient_box_idx" ON "mail"("recipient_box");
CREATE INDEX "mail_body_box_idx" ON "mail"("body_box");

-- Whoever takes a letterbox away, by whichever way, has its key taken away where it lies.
CREATE FUNCTION unlink_keys_of_letterboxes()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO blob_to_unlink (blob, tenant_id, since) SELECT g.key, 'provider', clock_timestamp() FROM gone g;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION unlink_keys_of_letterboxes() OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION unlink_keys_of_letterboxes() FROM PUBLIC;
CREATE TRIGGER unlink_keys AFTER DELETE ON "letterbox" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unlink_keys_of_letterboxes();

CREATE OR REPLACE FUNCTION gate_find_stray_blobs(blobs text[])
RETURNS TABLE (blob text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.name FROM unnest(blobs) AS b(name)
  WHERE NOT EXISTS (SELECT FROM stored_object o WHERE o.blob = b.name) AND NOT EXISTS (SELECT FROM tenant_key k WHERE k.key = b.name)
    AND NOT EXISTS (SELECT FROM drawer d WHERE d.key = b.name) AND NOT EXISTS (SELECT FROM letterbox l WHERE l.key = b.name)
$$;
