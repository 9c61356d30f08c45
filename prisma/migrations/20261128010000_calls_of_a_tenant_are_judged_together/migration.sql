-- Calls of one caller that wait together are judged together: one round trip, one lock, one instant, in their order. Each is
-- judged as if those before it had been judged alone. A tenant that floods so holds one connection of a node instead of all.
DROP FUNCTION quota_take(text, text, integer, text, integer, boolean, text, integer, jsonb);
DROP FUNCTION quota_judge(text, text, integer, "Environment", integer, boolean, boolean, text, integer, boolean, timestamptz);
DROP FUNCTION quota_note(text, text, quota_turn, timestamptz);

-- When the N-th last call was accepted, counting `taken` that are accepted at `moment`. Under the lock: slots are not written over.
CREATE FUNCTION quota_deciding(tenant text, ring_name text, turn quota_turn, n integer, taken integer, moment timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF taken >= n THEN RETURN moment; END IF;
  RETURN (SELECT s.accepted_at FROM quota_slot s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.slot = (turn.accepted + taken - n) % turn.capacity);
END $$;

-- Notes that as many calls were accepted at `moment`; no more than N, so each has a slot of its own.
CREATE FUNCTION quota_note(tenant text, ring_name text, turn quota_turn, taken integer, moment timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO quota_slot (tenant_id, ring, slot, accepted_at)
    SELECT tenant, ring_name, (turn.accepted + i) % turn.capacity, moment FROM generate_series(0, taken - 1) i
    ON CONFLICT (tenant_id, ring, slot) DO UPDATE SET accepted_at = EXCLUDED.accepted_at;
  UPDATE quota_ring SET accepted = accepted + taken WHERE tenant_id = tenant AND name = ring_name;
END $$;

-- Judges every limit of some calls of one caller in one step, and takes for each of all of them or of none. A refusal writes nothing.
--   key_n      N of the key's own quota, or null
--   asked, flying, leases   of each call: its pages, whether it counts as in flight while its lease holds, and what that is called
--   turns      whether the rings and the calls in flight are judged here; a limiter elsewhere may do that
--   takes      false to look only
--   exam       the instant, for exams of this law; null is the clock
CREATE FUNCTION quota_judge(tenant text, key text, key_n integer, kind "Environment", asked integer[], turns boolean, flying boolean[], leases text[], lease_ms integer, takes boolean, exam timestamptz)
RETURNS quota_verdict[]
LANGUAGE plpgsql AS $$
DECLARE
  own CONSTANT text := kind::text;
  v quota_verdict;
  t quota_terms;
  n integer;
  ring quota_turn;
  key_ring quota_turn;
  moment timestamptz;
  since timestamptz;
  trusted_since timestamptz;
  counted date;
  is_counted boolean;
  stale bigint;
  taken integer := 0;
  verdicts quota_verdict[] := '{}';
  held integer[] := '{}';
  i integer;
BEGIN
  -- Refusals of all are decided without the lock: whatever is accepted meanwhile only makes the N-th last later. Nothing is
  -- taken before everything was judged again under it.
  FOR pass IN 1..2 LOOP
    moment := COALESCE(exam, clock_timestamp());
    IF pass = 2 THEN
      -- The lock would be held while the log is flushed, and a tenant's calls would queue behind the disk. So the flush
      -- is not waited for. What a crash can lose is under a second old, and it empties the sentinel, which is not logged.
      PERFORM set_config('synchronous_commit', 'off', true);
      PERFORM 1 FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE;
      IF NOT FOUND THEN
        INSERT INTO quota_ring (tenant_id, name, capacity) VALUES (tenant, own, n) ON CONFLICT DO NOTHING;
        PERFORM 1 FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE;
      END IF;
      IF key_n IS NOT NULL AND turns THEN INSERT INTO quota_ring (tenant_id, name, capacity) VALUES (tenant, key, key_n) ON CONFLICT DO NOTHING; END IF;
      moment := COALESCE(exam, clock_timestamp());
      SELECT s.since INTO trusted_since FROM quota_sentinel s;
      IF NOT FOUND THEN
        INSERT INTO quota_sentinel (id, since) VALUES (1, moment) ON CONFLICT DO NOTHING;
        trusted_since := moment;
      END IF;
    END IF;
    IF pass = 1 OR t.changes_at <= moment THEN
      t := quota_terms_of(tenant, moment);
      IF t.requests_per_second IS NULL THEN RAISE EXCEPTION 'tenant % has no quota', tenant USING ERRCODE = 'no_data_found'; END IF;
      n := CASE kind WHEN 'test' THEN t.test_requests_per_second ELSE t.requests_per_second END;
      is_counted := kind = 'live' AND t.month_max_pages IS NOT NULL;
    END IF;

    IF turns THEN
      ring := quota_turn_of(tenant, own, n);
      IF pass = 2 AND ring.capacity < n THEN
        PERFORM quota_widen(tenant, own, n);
        ring := quota_turn_of(tenant, own, n);
      END IF;
      IF key_n IS NOT NULL THEN
        key_ring := quota_turn_of(tenant, key, key_n);
        IF pass = 2 AND key_ring.capacity < key_n THEN
          PERFORM quota_widen(tenant, key, key_n);
          key_ring := quota_turn_of(tenant, key, key_n);
        END IF;
      END IF;
      -- A clock that was set back does not let a ring run backwards.
      moment := GREATEST(moment, ring.latest, key_ring.latest);
    END IF;
    since := moment - interval '1 second';
    EXIT WHEN NOT takes OR ring.deciding > since OR key_ring.deciding > since;
  END LOOP;

  counted := quota_month(moment);
  IF trusted_since IS NOT NULL OR NOT takes OR is_counted THEN
    SELECT count(*) FILTER (WHERE l.in_flight AND l.environment = kind AND l.expires_at > moment),
           COALESCE(sum(l.pages) FILTER (WHERE l.month = counted AND l.expires_at > moment), 0),
           COALESCE(sum(l.pages) FILTER (WHERE l.month = counted AND l.expires_at IS NULL), 0)
             + CASE WHEN is_counted OR NOT takes THEN COALESCE((SELECT m.pages FROM page_month m WHERE m.tenant_id = tenant AND m.month = counted), 0) ELSE 0 END,
           count(*) FILTER (WHERE l.expires_at IS NULL OR l.expires_at <= moment)
      INTO v.in_flight, v.pages_reserved, v.pages_used, stale FROM quota_lease l WHERE l.tenant_id = tenant;
  END IF;
  v.at := quota_instant(moment);
  v.requests_per_second := n;
  -- A ring whose N-th last call is old has room, whatever was written over it while nobody held it.
  v.remaining := CASE WHEN ring.deciding > since THEN 0 WHEN turns THEN GREATEST(n - quota_used(tenant, own, ring, n, moment), 1) END;
  v.key_remaining := CASE WHEN key_ring.deciding > since THEN 0 WHEN turns AND key_n IS NOT NULL THEN GREATEST(key_n - quota_used(tenant, key, key_ring, key_n, moment), 1) END;
  v.in_flight_max := CASE kind WHEN 'test' THEN t.test_in_flight_max ELSE t.in_flight_max END;
  v.month_max_pages := t.month_max_pages;
  v.overage := t.overage;
  v.resets_at := quota_instant((counted + interval '1 month') AT TIME ZONE 'Asia/Shanghai');

  FOR i IN 1..cardinality(asked) LOOP
    v.refused_by := NULL;
    v.retry_after_us := 0;
    IF turns AND trusted_since > since THEN
      v.accepted := NULL;
      v.retry_after_us := ceil(extract(epoch FROM (trusted_since - since)) * 1000000);
    ELSE
      IF ring.deciding > since THEN v.refused_by := CASE kind WHEN 'test' THEN 'test' ELSE 'tenant' END; END IF;
      IF key_ring.deciding > since AND (v.refused_by IS NULL OR key_ring.deciding > ring.deciding) THEN v.refused_by := 'key'; END IF;
      -- The one that lasts longest is named, so that its end is the end of all.
      IF v.refused_by IS NOT NULL THEN v.retry_after_us := ceil(extract(epoch FROM (GREATEST(ring.deciding, key_ring.deciding) - since)) * 1000000); END IF;
      IF v.refused_by IS NULL AND turns AND flying[i] AND v.in_flight >= v.in_flight_max THEN v.refused_by := 'in_flight'; END IF;
      -- Said before any other: waiting for a second does not help against it.
      IF is_counted AND NOT t.overage AND asked[i] > 0 AND v.pages_used + v.pages_reserved + asked[i] > t.month_max_pages THEN
        v.refused_by := 'allowance';
        v.retry_after_us := 0;
      END IF;
      v.accepted := v.refused_by IS NULL;
    END IF;
    IF takes AND v.accepted THEN
      taken := taken + 1;
      v.remaining := v.remaining - 1;
      v.key_remaining := v.key_remaining - 1;
      IF v.remaining = 0 THEN ring.deciding := quota_deciding(tenant, own, ring, n, taken, moment); END IF;
      IF v.key_remaining = 0 THEN key_ring.deciding := quota_deciding(tenant, key, key_ring, key_n, taken, moment); END IF;
      IF flying[i] THEN v.in_flight := v.in_flight + 1; END IF;
      v.pages_reserved := v.pages_reserved + asked[i];
      IF flying[i] OR asked[i] > 0 THEN held := held || i; END IF;
    END IF;
    verdicts := verdicts || v;
  END LOOP;

  IF taken = 0 THEN RETURN verdicts; END IF;
  IF turns THEN PERFORM quota_note(tenant, own, ring, taken, moment); END IF;
  IF turns AND key_n IS NOT NULL THEN PERFORM quota_note(tenant, key, key_ring, taken, moment); END IF;
  FOREACH i IN ARRAY held LOOP
    INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at)
      VALUES (leases[i], tenant, kind, flying[i], asked[i], counted, moment + make_interval(secs => lease_ms / 1000.0));
  END LOOP;
  IF stale >= 16 THEN PERFORM quota_fold(tenant, moment); END IF;
  RETURN verdicts;
END $$;

-- Each of `calls` as `call_note` takes it, or null for a job, which is written down by itself. The verdicts come in the order of the calls.
CREATE FUNCTION quota_take(tenant text, key text, key_n integer, kind text, pages integer[], flies boolean[], leases text[], lease_ms integer, calls jsonb[])
RETURNS SETOF quota_verdict LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v quota_verdict;
  verdicts CONSTANT quota_verdict[] := quota_judge(tenant, key, key_n, kind::"Environment", pages, true, flies, leases, lease_ms, true, NULL);
BEGIN
  FOR i IN 1..cardinality(verdicts) LOOP
    v := verdicts[i];
    IF v.accepted AND calls[i] IS NOT NULL THEN PERFORM call_note(tenant, v.at::timestamptz, calls[i]); END IF;
    RETURN NEXT v;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION quota_reserve(tenant text, pages integer, lease text, lease_ms integer, call jsonb, moment timestamptz)
RETURNS quota_verdict LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v quota_verdict := (quota_judge(tenant, NULL, NULL, 'live', ARRAY[pages], false, ARRAY[false], ARRAY[lease], lease_ms, true, NULL))[1];
BEGIN
  IF v.accepted AND call IS NOT NULL THEN PERFORM call_note(tenant, moment, call); END IF;
  RETURN v;
END $$;

CREATE OR REPLACE FUNCTION quota_look(tenant text, key text, key_n integer, kind text)
RETURNS quota_verdict LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (quota_judge(tenant, key, key_n, kind::"Environment", ARRAY[1], true, ARRAY[true], ARRAY[NULL], NULL, false, NULL))[1]
$$;

GRANT CREATE ON SCHEMA public TO inkproof_gate;
ALTER FUNCTION quota_take(text, text, integer, text, integer[], boolean[], text[], integer, jsonb[]) OWNER TO inkproof_gate;
REVOKE CREATE ON SCHEMA public FROM inkproof_gate;
REVOKE ALL ON FUNCTION quota_judge(text, text, integer, "Environment", integer[], boolean, boolean[], text[], integer, boolean, timestamptz),
  quota_note(text, text, quota_turn, integer, timestamptz), quota_take(text, text, integer, text, integer[], boolean[], text[], integer, jsonb[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_judge(text, text, integer, "Environment", integer[], boolean, boolean[], text[], integer, boolean, timestamptz),
  quota_note(text, text, quota_turn, integer, timestamptz) TO inkproof_gate;
GRANT EXECUTE ON FUNCTION quota_take(text, text, integer, text, integer[], boolean[], text[], integer, jsonb[]) TO inkproof_app;
