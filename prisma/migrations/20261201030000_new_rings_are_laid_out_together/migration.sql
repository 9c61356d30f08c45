-- The first calls of tenants were judged each in a statement of its own, because their rings had to be laid out. Where many tenants
-- begin at once, as they all do after a crash, they waited for each other and for the disk, ten milliseconds and more. A ring is
-- laid out in the statement that several tenants share.

-- A ring in which nobody was counted yet.
CREATE FUNCTION quota_open(tenant text, ring_name text, n integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- That its tenant is there is seen by locking it, which is logged. Nothing is lost with that, so its flush is not waited for.
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO quota_ring (tenant_id, name, capacity, instants) VALUES (tenant, ring_name, n, array_fill('-infinity'::timestamptz, ARRAY[LEAST(n, 128)])) ON CONFLICT DO NOTHING;
  IF FOUND AND n > 128 THEN
    INSERT INTO quota_span (tenant_id, ring, span, instants)
      SELECT tenant, ring_name, i, array_fill('-infinity'::timestamptz, ARRAY[LEAST(128, n - i * 128)]) FROM generate_series(1, (n - 1) / 128) i;
  END IF;
END $$;

-- Judges every limit of some calls of one caller in one step, and takes for each of all of them or of none. A refusal writes nothing.
--   key_n      N of the key's own quota, or null
--   asked, flying, leases   of each call: its pages, whether it counts as in flight while its lease holds, and what that is called
--   turns      whether the rings and the calls in flight are judged here; a limiter elsewhere may do that
--   takes      false to look only
--   exam       the instant, for exams of this law; null is the clock
--   waits      false to answer null and take nothing where the ring is held by another
CREATE OR REPLACE FUNCTION quota_judge(tenant text, key text, key_n integer, kind "Environment", asked integer[], turns boolean, flying boolean[], leases text[], lease_ms integer, takes boolean, exam timestamptz, waits boolean DEFAULT true)
RETURNS quota_verdict[]
LANGUAGE plpgsql AS $$
DECLARE
  own CONSTANT text := kind::text;
  v quota_verdict;
  n integer;
  changes_at timestamptz;
  resets_at timestamptz;
  stale bigint;
  ring quota_turn;
  key_ring quota_turn;
  -- How many calls it had accepted when the ring was locked.
  locked bigint;
  moment timestamptz;
  since timestamptz;
  trusted_since timestamptz;
  is_counted boolean;
  taken integer := 0;
  verdicts quota_verdict[] := '{}';
  held integer[] := '{}';
  i integer;
BEGIN
  -- Refusals of all are decided without the lock: whatever is accepted meanwhile only makes the N-th last later. Nothing is
  -- taken before everything was judged under it.
  FOR pass IN 1..2 LOOP
    moment := COALESCE(exam, clock_timestamp());
    IF pass = 2 THEN
      FOR try IN 1..2 LOOP
        IF waits THEN
          SELECT h.accepted, (SELECT s.since FROM quota_sentinel s) INTO locked, trusted_since FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE OF h;
        ELSE
          SELECT h.accepted, (SELECT s.since FROM quota_sentinel s) INTO locked, trusted_since FROM quota_ring h WHERE h.tenant_id = tenant AND h.name = own FOR NO KEY UPDATE OF h SKIP LOCKED;
        END IF;
        EXIT WHEN FOUND;
        IF NOT waits AND (try = 2 OR ring.capacity IS NOT NULL) THEN RETURN NULL; END IF;
        PERFORM quota_open(tenant, own, CASE WHEN turns THEN n ELSE 0 END);
      END LOOP;
      -- Nobody else lays out a ring of a key: whoever does holds its tenant's.
      IF key_n IS NOT NULL AND turns AND key_ring.capacity IS NULL THEN PERFORM quota_open(tenant, key, key_n); END IF;
      moment := COALESCE(exam, clock_timestamp());
      IF trusted_since IS NULL THEN
        INSERT INTO quota_sentinel (id, since) VALUES (1, moment) ON CONFLICT DO NOTHING;
        trusted_since := moment;
      END IF;
    END IF;
    -- What was read before the lock holds under it if nobody was accepted meanwhile, neither a term nor a month began, and the ring is long enough.
    IF pass = 1 OR locked IS DISTINCT FROM ring.accepted OR changes_at <= moment OR resets_at <= moment OR ring.deciding IS NULL OR (key_n IS NOT NULL AND key_ring.deciding IS NULL) THEN
      SELECT f.n, f.changes_at, f.resets_at, f.in_flight_max, f.month_max_pages, f.overage, f.in_flight, f.pages_reserved, f.pages_used, f.stale, f.capacity, f.accepted, f.latest, f.instants, f.deciding
        INTO n, changes_at, resets_at, v.in_flight_max, v.month_max_pages, v.overage, v.in_flight, v.pages_reserved, v.pages_used, stale, ring.capacity, ring.accepted, ring.latest, ring.instants, ring.deciding
        FROM quota_footing_of(tenant, own, moment) f;
      IF n IS NULL AND NOT waits THEN RETURN NULL; END IF;
      IF n IS NULL THEN RAISE EXCEPTION 'tenant % has no quota', tenant USING ERRCODE = 'no_data_found'; END IF;
      is_counted := kind = 'live' AND v.month_max_pages IS NOT NULL;
      IF pass = 2 AND turns AND ring.capacity < n THEN
        PERFORM quota_lay(tenant, own, n);
        SELECT * INTO ring FROM quota_turn_of(tenant, own, n);
      END IF;
      IF turns AND key_n IS NOT NULL THEN
        SELECT * INTO key_ring FROM quota_turn_of(tenant, key, key_n);
        IF pass = 2 AND key_ring.capacity < key_n THEN
          PERFORM quota_lay(tenant, key, key_n);
          SELECT * INTO key_ring FROM quota_turn_of(tenant, key, key_n);
        END IF;
      END IF;
      IF NOT turns THEN ring := NULL; END IF;
    END IF;
    -- A clock that was set back does not let a ring run backwards.
    moment := GREATEST(moment, ring.latest, key_ring.latest);
    since := moment - interval '1 second';
    EXIT WHEN NOT takes OR ring.deciding > since OR key_ring.deciding > since;
  END LOOP;

  v.at := quota_instant(moment);
  v.requests_per_second := n;
  -- A ring whose N-th last call is old has room, whatever was written over it while nobody held it.
  v.remaining := CASE WHEN ring.deciding > since THEN 0 WHEN turns THEN GREATEST(n - quota_used(tenant, own, ring, n, moment), 1) END;
  IF key_n IS NOT NULL THEN
    v.key_remaining := CASE WHEN key_ring.deciding > since THEN 0 WHEN turns THEN GREATEST(key_n - quota_used(tenant, key, key_ring, key_n, moment), 1) END;
  END IF;
  v.resets_at := quota_instant(resets_at);

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
      IF is_counted AND NOT v.overage AND asked[i] > 0 AND v.pages_used + v.pages_reserved + asked[i] > v.month_max_pages THEN
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
  IF cardinality(held) > 0 THEN
    -- The lock would be held while the log is flushed, and a tenant's calls would queue behind the disk. So the flush is not
    -- waited for. What a crash can lose is under a second old, and it empties the sentinel, which is not logged.
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at)
      SELECT leases[h], tenant, kind, flying[h], asked[h], quota_month(moment), moment + make_interval(secs => lease_ms / 1000.0) FROM unnest(held) h;
  END IF;
  IF stale >= 16 THEN PERFORM quota_fold(tenant, moment); END IF;
  RETURN verdicts;
END $$;

-- Judges what several callers ask, each question as if it was asked alone: its tenant, the key and its N if it has one, and how
-- many of the calls that follow are its own. Each of `calls` is as `call_note` takes it, or null for a job, which is written down
-- by itself. The verdicts come in the order of the calls; null are those of a question that did not wait.
CREATE OR REPLACE FUNCTION quota_take(tenants text[], keys text[], key_ns integer[], kinds text[], counts integer[], pages integer[], flies boolean[], leases text[], lease_ms integer, calls jsonb[], waits boolean)
RETURNS SETOF quota_verdict LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  v quota_verdict;
  verdicts quota_verdict[];
  first integer := 1;
  last integer;
BEGIN
  -- What is held is passed over. Whatever else there may be to wait for, such as another node that lays out the same ring, is
  -- over within this time, or whoever shares the statement is asked for alone.
  IF NOT waits THEN PERFORM set_config('lock_timeout', '5ms', true); END IF;
  FOR q IN 1..cardinality(tenants) LOOP
    last := first + counts[q] - 1;
    verdicts := quota_judge(tenants[q], keys[q], key_ns[q], kinds[q]::"Environment", pages[first:last], true, flies[first:last], leases[first:last], lease_ms, true, NULL, waits);
    FOR i IN first..last LOOP
      v := verdicts[i - first + 1];
      IF v.accepted AND calls[i] IS NOT NULL THEN PERFORM call_note(tenants[q], v.at::timestamptz, calls[i]); END IF;
      RETURN NEXT v;
    END LOOP;
    first := last + 1;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION quota_open(text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_open(text, text, integer) TO inkproof_gate;
