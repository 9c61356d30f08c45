-- In the order of the index, which remembers what is gone: behind a backlog a walk over the table would pass over all that
-- was taken before, each time anew.
CREATE OR REPLACE FUNCTION gate_fold_usage(most integer) RETURNS TABLE (folded bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('usage:fold', 0)) THEN RETURN QUERY SELECT 0::bigint; RETURN; END IF;
  RETURN QUERY
  WITH taken AS (
    DELETE FROM ledger_tail WHERE entry_id = ANY (ARRAY(SELECT t.entry_id FROM ledger_tail t ORDER BY t.entry_id LIMIT most)) RETURNING entry_id
  ), entries AS MATERIALIZED (
    SELECT l.* FROM taken t JOIN ledger_entry l ON l.id = t.entry_id
  ), hours AS (
    INSERT INTO usage_hour (tenant_id, hour, key_id, channel, environment, route, outcome, reason, calls, pages, billed_pages)
      SELECT e.tenant_id, date_trunc('hour', e.at), COALESCE(e.key_id, ''), e.channel, e.environment, e.route, e.outcome, e.reason, count(*), sum(e.pages), sum(e.billed_pages)
      FROM entries e GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (tenant_id, hour, key_id, channel, environment, route, outcome, reason) DO UPDATE
        SET calls = usage_hour.calls + EXCLUDED.calls, pages = usage_hour.pages + EXCLUDED.pages, billed_pages = usage_hour.billed_pages + EXCLUDED.billed_pages
  ), durations AS (
    INSERT INTO usage_duration (tenant_id, day, duration_ms, calls)
      SELECT e.tenant_id, usage_day(e.at), usage_rounded(e.duration_ms), count(*) FROM entries e WHERE e.outcome = 'accepted' GROUP BY 1, 2, 3
      ON CONFLICT (tenant_id, day, duration_ms) DO UPDATE SET calls = usage_duration.calls + EXCLUDED.calls
  )
  SELECT count(*) FROM taken;
END $$;
