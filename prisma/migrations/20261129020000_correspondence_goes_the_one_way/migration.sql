-- Whatever else is correspondence goes as tickets do: notices with what became of them and the mails that carried them, change
-- notices, security notices and disputes. Rows that nobody may take away are taken away by the store, for their own tenant.
CREATE POLICY gate_erases ON "notice" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "notice_tenant" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "notice_delivery" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "mail_archive" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "change_notice" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "change_event" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "security_notice" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "outage_dispute" TO inkproof_gate USING (true) WITH CHECK (false);
GRANT SELECT ("id", "tenant_id", "published_at", "expanded_at"), DELETE ON "notice" TO inkproof_gate;
GRANT SELECT ("notice_id", "tenant_id"), DELETE ON "notice_tenant" TO inkproof_gate;
GRANT SELECT ("id", "notice_id", "tenant_id", "channel", "carrier_id"), DELETE ON "notice_delivery" TO inkproof_gate;
GRANT SELECT ("mail_id", "tenant_id"), DELETE ON "mail_archive" TO inkproof_gate;
GRANT SELECT ("id", "tenant_id", "urgency", "state", "filed_at"), DELETE ON "change_notice" TO inkproof_gate;
GRANT SELECT ("tenant_id", "notice_id", "at"), DELETE ON "change_event" TO inkproof_gate;
GRANT SELECT ("id", "tenant_id", "origin", "at", "ended_at"), DELETE ON "security_notice" TO inkproof_gate;
GRANT SELECT ("id", "tenant_id", "settled_at"), DELETE ON "outage_dispute" TO inkproof_gate;
CREATE FUNCTION notice_erased_on_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM tombstone t WHERE t.tenant_id = OLD.tenant_id AND t.object_id = OLD.notice_id AND t.record_class = 'correspondence') THEN
    RAISE EXCEPTION '% % goes by the one way of erasing or not at all', TG_TABLE_NAME, OLD.notice_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "notice" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('correspondence');
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "notice_tenant" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION notice_erased_on_record();
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "notice_delivery" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION notice_erased_on_record();
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "change_notice" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('correspondence');
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "security_notice" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('correspondence');
CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "outage_dispute" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('correspondence');

CREATE FUNCTION only_its_own(of_tenant text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF of_tenant IS DISTINCT FROM app_tenant() THEN RAISE EXCEPTION 'correspondence is erased by its own tenant' USING ERRCODE = 'check_violation'; END IF;
END $$;

-- A notice to several tenants goes for one of them; what was said to all stays for the others.
CREATE FUNCTION gate_erase_notices(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM only_its_own(of_tenant);
  RETURN QUERY
    WITH carried AS (SELECT d.notice_id, d.carrier_id FROM notice_delivery d WHERE d.tenant_id = of_tenant AND d.notice_id = ANY(ids) AND d.channel = 'mail' AND d.carrier_id IS NOT NULL),
         kept AS (DELETE FROM mail_archive a USING carried c WHERE a.tenant_id = of_tenant AND a.mail_id = c.carrier_id),
         opened AS (DELETE FROM drawer w USING carried c WHERE w.owner = of_tenant AND w.name = 'mail ' || c.carrier_id RETURNING c.notice_id, w.name, w.key)
    SELECT * FROM opened;
  DELETE FROM notice_delivery d WHERE d.tenant_id = of_tenant AND d.notice_id = ANY(ids);
  DELETE FROM notice_tenant t WHERE t.tenant_id = of_tenant AND t.notice_id = ANY(ids);
  DELETE FROM notice n WHERE n.tenant_id = of_tenant AND n.id = ANY(ids);
END $$;

CREATE FUNCTION gate_erase_changes(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM only_its_own(of_tenant);
  DELETE FROM change_event e WHERE e.tenant_id = of_tenant AND e.notice_id = ANY(ids);
  DELETE FROM change_notice n WHERE n.tenant_id = of_tenant AND n.id = ANY(ids);
END $$;

CREATE FUNCTION gate_erase_security_notices(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM only_its_own(of_tenant);
  DELETE FROM security_notice n WHERE n.tenant_id = of_tenant AND n.id = ANY(ids);
END $$;

CREATE FUNCTION gate_erase_disputes(of_tenant text, ids text[]) RETURNS TABLE (of text, name text, blob text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM only_its_own(of_tenant);
  DELETE FROM outage_dispute d WHERE d.tenant_id = of_tenant AND d.id = ANY(ids);
END $$;

-- Thirty-six calendar months of Asia/Shanghai, the first day not counted. A rule that keeps them longer is asked with the row locked.
CREATE FUNCTION correspondence_due(since timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT ((since AT TIME ZONE 'Asia/Shanghai')::date + interval '36 months' + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
$$;

CREATE FUNCTION gate_find_expired_notices(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, t.tenant_id, correspondence_due(n.published_at) AS due FROM notice n JOIN notice_tenant t ON t.notice_id = n.id
  WHERE n.published_at <= at - interval '36 months' AND n.expanded_at IS NOT NULL AND correspondence_due(n.published_at) <= at AND (correspondence_due(n.published_at), n.id) > (after_at, after_id)
  ORDER BY due, n.id LIMIT most
$$;

CREATE FUNCTION gate_find_expired_changes(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due.id, due.tenant_id, due.due_at FROM (
    SELECT c.id, c.tenant_id, correspondence_due((SELECT max(e.at) FROM change_event e WHERE e.tenant_id = c.tenant_id AND e.notice_id = c.id)) AS due_at
    FROM change_notice c
    WHERE c.filed_at <= at - interval '36 months' AND (c.state IN ('refused', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed') OR c.urgency = 'planned' AND c.state = 'applied')
  ) due WHERE due.due_at <= at AND (due.due_at, due.id) > (after_at, after_id) ORDER BY due.due_at, due.id LIMIT most
$$;

CREATE FUNCTION gate_find_expired_security_notices(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due.id, due.tenant_id, due.due_at FROM (
    SELECT n.id, n.tenant_id, correspondence_due(CASE WHEN n.origin = 'detected' THEN n.ended_at ELSE n.at END) AS due_at FROM security_notice n WHERE n.at <= gate_find_expired_security_notices.at - interval '36 months'
  ) due WHERE due.due_at <= gate_find_expired_security_notices.at AND (due.due_at, due.id) > (after_at, after_id) ORDER BY due.due_at, due.id LIMIT most
$$;

CREATE FUNCTION gate_find_expired_disputes(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.tenant_id, correspondence_due(d.settled_at) AS due FROM outage_dispute d
  WHERE correspondence_due(d.settled_at) <= gate_find_expired_disputes.at AND (correspondence_due(d.settled_at), d.id) > (after_at, after_id) ORDER BY due, d.id LIMIT most
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION notice_erased_on_record() OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_notices(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_changes(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_security_notices(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_erase_disputes(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_notices(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_changes(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_security_notices(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_disputes(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION notice_erased_on_record(), only_its_own(text), correspondence_due(timestamptz), gate_erase_notices(text, text[]), gate_erase_changes(text, text[]), gate_erase_security_notices(text, text[]), gate_erase_disputes(text, text[]),
  gate_find_expired_notices(timestamptz, timestamptz, text, integer), gate_find_expired_changes(timestamptz, timestamptz, text, integer), gate_find_expired_security_notices(timestamptz, timestamptz, text, integer), gate_find_expired_disputes(timestamptz, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION only_its_own(text), correspondence_due(timestamptz) TO inkproof_gate;
GRANT EXECUTE ON FUNCTION gate_erase_notices(text, text[]), gate_erase_changes(text, text[]), gate_erase_security_notices(text, text[]), gate_erase_disputes(text, text[]),
  gate_find_expired_notices(timestamptz, timestamptz, text, integer), gate_find_expired_changes(timestamptz, timestamptz, text, integer), gate_find_expired_security_notices(timestamptz, timestamptz, text, integer), gate_find_expired_disputes(timestamptz, timestamptz, text, integer) TO inkproof_app;
