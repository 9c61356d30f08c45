-- A decision spent a third of its time on halving a ring of twenty, one statement a step, and on an upsert of one slot. Both are
-- done under the same lock as before and say the same.

-- How many of the last N calls were accepted within the second before `moment`. A short ring is counted in one statement; a long
-- one is in order, so it is halved.
CREATE OR REPLACE FUNCTION quota_used(tenant text, ring_name text, turn quota_turn, n integer, moment timestamptz) RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
  least_known integer := 0;
  most_possible integer := LEAST(n::bigint, turn.accepted, turn.capacity::bigint)::integer;
  middle integer;
  since timestamptz := moment - interval '1 second';
BEGIN
  IF turn.latest IS NULL OR turn.latest <= since THEN RETURN 0; END IF;
  IF turn.capacity <= 128 THEN
    RETURN (SELECT LEAST(count(*), most_possible) FROM quota_slot s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.accepted_at > since);
  END IF;
  WHILE least_known < most_possible LOOP
    middle := (least_known + most_possible + 1) / 2;
    IF (SELECT s.accepted_at FROM quota_slot s WHERE s.tenant_id = tenant AND s.ring = ring_name AND s.slot = (turn.accepted - middle) % turn.capacity) > since
      THEN least_known := middle; ELSE most_possible := middle - 1; END IF;
  END LOOP;
  RETURN least_known;
END $$;

-- Notes that as many calls were accepted at `moment`; no more than N, so each has a slot of its own. One alone writes over the
-- slot that was turned to, and lays it the first time round: under the lock nobody comes between.
CREATE OR REPLACE FUNCTION quota_note(tenant text, ring_name text, turn quota_turn, taken integer, moment timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF taken = 1 THEN UPDATE quota_slot SET accepted_at = moment WHERE tenant_id = tenant AND ring = ring_name AND slot = turn.accepted % turn.capacity; END IF;
  IF taken > 1 OR NOT FOUND THEN
    INSERT INTO quota_slot (tenant_id, ring, slot, accepted_at)
      SELECT tenant, ring_name, (turn.accepted + i) % turn.capacity, moment FROM generate_series(0, taken - 1) i
      ON CONFLICT (tenant_id, ring, slot) DO UPDATE SET accepted_at = EXCLUDED.accepted_at;
  END IF;
  UPDATE quota_ring SET accepted = accepted + taken WHERE tenant_id = tenant AND name = ring_name;
END $$;
