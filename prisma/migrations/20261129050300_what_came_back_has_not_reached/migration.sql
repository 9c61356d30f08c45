-- A mail that was taken and comes back later has reached nobody: the tenant is reached by what else arrived, or not at all.
CREATE FUNCTION notice_came_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notice_tenant t SET reached_at = (
    SELECT min(coalesce(d.read_at, d.settled_at)) FROM notice_delivery d
    WHERE d.notice_id = NEW.notice_id AND d.tenant_id = NEW.tenant_id AND (d.state = 'read' OR d.state = 'accepted' AND d.channel <> 'app'))
  WHERE t.notice_id = NEW.notice_id AND t.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_came_back AFTER UPDATE OF "state" ON "notice_delivery" FOR EACH ROW WHEN (NEW.tenant_id IS NOT NULL AND OLD.state = 'accepted' AND NEW.state = 'bounced') EXECUTE FUNCTION notice_came_back();
REVOKE ALL ON FUNCTION notice_came_back() FROM PUBLIC;
