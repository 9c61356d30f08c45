-- A tenant is reached from the first moment at which its mail server or its program took a notice, or somebody of it read one.
ALTER TABLE "notice_tenant" ADD COLUMN "reached_at" TIMESTAMPTZ(3);
GRANT UPDATE ("reached_at") ON "notice_tenant" TO inkproof_app;

CREATE FUNCTION notice_reached() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notice_tenant t SET reached_at = coalesce(NEW.read_at, NEW.settled_at) WHERE t.notice_id = NEW.notice_id AND t.tenant_id = NEW.tenant_id AND t.reached_at IS NULL;
  RETURN NULL;
END $$;
-- What lies in an inbox has arrived and reached nobody yet.
CREATE TRIGGER notice_reached AFTER UPDATE OF "state" ON "notice_delivery" FOR EACH ROW WHEN (NEW.tenant_id IS NOT NULL AND NEW.state IN ('accepted', 'read')) EXECUTE FUNCTION notice_reached();
REVOKE ALL ON FUNCTION notice_reached() FROM PUBLIC;

-- Of a large notice only those few are looked for that were not reached.
CREATE INDEX "notice_tenant_unreached" ON "notice_tenant"("notice_id", "tenant_id") WHERE "duty" = 'required' AND "reached_at" IS NULL;

-- A mail was settled when the mail says so.
CREATE OR REPLACE FUNCTION notice_mail_fate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notice_fate(NEW.id, (CASE NEW.state WHEN 'sent' THEN 'accepted' WHEN 'waiting' THEN 'sent' ELSE NEW.state::text END)::"NoticeFate", NEW.attempts, NEW.last_error, coalesce(NEW.settled_at, clock_timestamp()));
  RETURN NULL;
END $$;
