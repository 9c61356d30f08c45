-- A ticket goes whole: what was said, what the staff noted beside it, and the files of both. A tenant erases what is its own,
-- and does not see the notes that go with it; so the store takes them away for it, and answers which objects are to follow.
CREATE POLICY gate_erases ON "ticket" FOR DELETE TO inkproof_gate USING (true);
CREATE POLICY gate_erases ON "ticket_event" FOR DELETE TO inkproof_gate USING (true);
CREATE POLICY gate_erases ON "ticket_note" FOR DELETE TO inkproof_gate USING (true);
CREATE POLICY gate_erases ON "ticket_mail" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "ticket_file" TO inkproof_gate USING (true) WITH CHECK (false);
CREATE POLICY gate_erases ON "ticket_note_file" TO inkproof_gate USING (true) WITH CHECK (false);
GRANT DELETE ON "ticket", "ticket_event", "ticket_note" TO inkproof_gate;
GRANT SELECT, DELETE ON "ticket_file", "ticket_note_file", "ticket_mail" TO inkproof_gate;

CREATE CONSTRAINT TRIGGER erased_on_record AFTER DELETE ON "ticket" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION erased_on_record('correspondence');

CREATE FUNCTION gate_erase_tickets(of_tenant text, ids text[]) RETURNS TABLE (ticket_id text, object_id text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF of_tenant IS DISTINCT FROM app_tenant() THEN RAISE EXCEPTION 'tickets are erased by their own tenant' USING ERRCODE = 'check_violation'; END IF;
  RETURN QUERY
    WITH files AS (DELETE FROM ticket_file f WHERE f.tenant_id = of_tenant AND f.ticket_id = ANY(ids) RETURNING f.ticket_id, f.object_id),
         note_files AS (DELETE FROM ticket_note_file f WHERE f.tenant_id = of_tenant AND f.ticket_id = ANY(ids) RETURNING f.ticket_id, f.object_id)
    SELECT * FROM files UNION ALL SELECT * FROM note_files;
  DELETE FROM ticket_mail m WHERE m.tenant_id = of_tenant AND m.ticket_id = ANY(ids);
  DELETE FROM ticket_note n WHERE n.tenant_id = of_tenant AND n.ticket_id = ANY(ids);
  DELETE FROM ticket_event e WHERE e.tenant_id = of_tenant AND e.ticket_id = ANY(ids);
  DELETE FROM ticket t WHERE t.tenant_id = of_tenant AND t.id = ANY(ids);
END $$;

-- Tickets that were closed thirty-six calendar months of Asia/Shanghai ago, the first day not counted, page by page. A rule
-- that keeps them longer is asked with the row locked.
CREATE FUNCTION gate_find_expired_tickets(at timestamptz, after_at timestamptz, after_id text, most integer)
RETURNS TABLE (id text, tenant_id text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT due.id, due.tenant_id, due.due_at FROM (
    SELECT t.id, t.tenant_id, ((closed.moment AT TIME ZONE 'Asia/Shanghai')::date + interval '36 months' + interval '1 day') AT TIME ZONE 'Asia/Shanghai' AS due_at
    FROM ticket t CROSS JOIN LATERAL (SELECT max(e.at) AS moment FROM ticket_event e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.state = 'closed') closed
    WHERE t.state = 'closed' AND t.opened_at <= at - interval '36 months'
  ) due WHERE due.due_at <= at AND (due.due_at, due.id) > (after_at, after_id) ORDER BY due.due_at, due.id LIMIT most
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_erase_tickets(text, text[]) OWNER TO inkproof_gate;
ALTER FUNCTION gate_find_expired_tickets(timestamptz, timestamptz, text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_erase_tickets(text, text[]), gate_find_expired_tickets(timestamptz, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_erase_tickets(text, text[]), gate_find_expired_tickets(timestamptz, timestamptz, text, integer) TO inkproof_app;
