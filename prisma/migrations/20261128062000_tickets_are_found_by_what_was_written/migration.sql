-- Chinese has no spaces and most of its words are two characters long, so text is found by its pairs of characters; single
-- ones are there for whoever looks for one. Whose it is stands among them: a tenant's search reads nothing of anybody else.
CREATE FUNCTION search_tokens(whose text, words text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
DECLARE
  one text;
  before text := ' ';
  found text[] := ARRAY[whose];
BEGIN
  FOREACH one IN ARRAY string_to_array(lower(normalize(words, NFKC)), NULL) LOOP
    IF one > ' ' THEN
      found := found || one;
      IF before > ' ' THEN found := found || (before || one); END IF;
    END IF;
    before := one;
  END LOOP;
  RETURN found;
END $$;

-- The words that are sought, each as text is compared: whatever its width and case.
CREATE FUNCTION sought_words(sought text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_to_array(btrim(regexp_replace(lower(normalize(sought, NFKC)), '[\s\u0001-\u001f]+', ' ', 'g')), ' ')
$$;

-- Whether all of them stand in a text.
CREATE FUNCTION says_all(words text, sought text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
  SELECT NOT EXISTS (SELECT FROM unnest(sought) AS one WHERE position(one IN lower(normalize(words, NFKC))) = 0)
$$;

CREATE INDEX "ticket_subject_tokens" ON "ticket" USING gin (search_tokens("tenant_id", "subject"));
CREATE INDEX "ticket_event_tokens" ON "ticket_event" USING gin (search_tokens("tenant_id", "words")) WHERE "words" IS NOT NULL;
CREATE INDEX "ticket_note_tokens" ON "ticket_note" USING gin (search_tokens("tenant_id", "words"));
-- The queue is read in this order.
CREATE INDEX "ticket_due_at_id_idx" ON "ticket"("due_at", "id");

CREATE POLICY gate ON "ticket" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "ticket_event" FOR SELECT TO inkproof_gate USING (true);
CREATE POLICY gate ON "ticket_note" FOR SELECT TO inkproof_gate USING (true);
GRANT SELECT ON "ticket", "ticket_event", "ticket_note" TO inkproof_gate;

-- Tickets in whose subject, or in one message or note of which, all of the words stand; each as often as they do, up to so
-- many. A fence keeps an index of words from being used, so this looks behind it and asks by itself who is looking: a tenant
-- finds its own and never by a note.
CREATE FUNCTION gate_find_tickets(sought text, whose text, most integer) RETURNS TABLE (id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  is_desk boolean := coalesce(app_is_provider(), false);
  owner text := CASE WHEN is_desk THEN whose ELSE coalesce(app_tenant(), '') END;
  parts text[] := sought_words(sought);
  tokens text[] := array_remove(ARRAY[owner], NULL);
  one text;
BEGIN
  FOREACH one IN ARRAY parts LOOP
    tokens := tokens || CASE WHEN length(one) = 1 THEN ARRAY[one] ELSE (SELECT array_agg(substr(one, i, 2)) FROM generate_series(1, length(one) - 1) i) END;
  END LOOP;
  RETURN QUERY SELECT f.found FROM (
    (SELECT t.id AS found FROM ticket t WHERE search_tokens(t.tenant_id, t.subject) @> tokens AND says_all(t.subject, parts) LIMIT most)
    UNION ALL
    (SELECT e.ticket_id FROM ticket_event e WHERE e.words IS NOT NULL AND search_tokens(e.tenant_id, e.words) @> tokens AND says_all(e.words, parts) LIMIT most)
    UNION ALL
    (SELECT n.ticket_id FROM ticket_note n WHERE is_desk AND search_tokens(n.tenant_id, n.words) @> tokens AND says_all(n.words, parts) LIMIT most)) f
  LIMIT most;
END $$;
GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION gate_find_tickets(text, text, integer) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION gate_find_tickets(text, text, integer), search_tokens(text, text), sought_words(text), says_all(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate_find_tickets(text, text, integer) TO inkproof_app;
GRANT EXECUTE ON FUNCTION search_tokens(text, text), sought_words(text), says_all(text, text[]) TO inkproof_app, inkproof_gate;
