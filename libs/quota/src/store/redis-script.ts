/**
 * The last-N ring, calls in flight and their leases, judged in one step inside Redis. Its time is Redis's own; only effects
 * are replicated, which Redis does by itself since version 5.
 *
 * A ring is one string: how many calls were ever accepted and how many slots there are, 8 bytes each, then 8 bytes a slot:
 * the instant in microseconds. Calls in flight are a sorted set of leases by their end.
 *
 * KEYS  sentinel, ring, ring of the key, calls in flight
 * ARGV  what (take, look, undo), run id, N, N of the key or 0, calls at once or 0, lease, its microseconds, the instant for
 *       exams or nothing
 * Answers accepted (1, 0, or -1 where nothing is trusted yet), who refused, now, microseconds to wait, what is left of N and
 * of the key's N, and the calls in flight.
 */
export const RING_SCRIPT = `
local SENTINEL, RING, KEY_RING, FLIGHT = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local what, run, n, key_n, flight_max, lease, lease_us = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6], tonumber(ARGV[7])
local SECOND, HEAD, SLOT, KEPT_MS = 1000000, 16, 8, 60000

local function whole(x) return string.format('%.0f', x) end

local function open(key, most)
  if most == 0 then return nil end
  local head = redis.call('GETRANGE', key, 0, HEAD - 1)
  if #head < HEAD then return { key = key, n = most, accepted = 0, capacity = most } end
  local accepted, capacity = struct.unpack('>dd', head)
  return { key = key, n = most, accepted = accepted, capacity = capacity }
end

-- When the call before the last 'back' ones was accepted; 1 is the last. Nothing when there is none that far back.
local function accepted_at(ring, back)
  if back > ring.accepted or back > ring.capacity then return nil end
  local from = HEAD + ((ring.accepted - back) % ring.capacity) * SLOT
  local bytes = redis.call('GETRANGE', ring.key, from, from + SLOT - 1)
  return #bytes == SLOT and struct.unpack('>d', bytes) or nil
end

local function used(ring, since)
  local low, high = 0, math.min(ring.n, ring.accepted, ring.capacity)
  while low < high do
    local middle = math.floor((low + high + 1) / 2)
    local at = accepted_at(ring, middle)
    if at and at > since then low = middle else high = middle - 1 end
  end
  return low
end

-- What is older than a narrower ring remembered is older than a second.
local function widen(ring)
  local slots = {}
  for back = math.min(ring.accepted, ring.capacity), 1, -1 do slots[#slots + 1] = struct.pack('>d', accepted_at(ring, back) or 0) end
  ring.accepted, ring.capacity = #slots, ring.n
  redis.call('SET', ring.key, struct.pack('>dd', ring.accepted, ring.capacity) .. table.concat(slots))
end

local function note(ring, at)
  if ring.capacity < ring.n then widen(ring) end
  redis.call('SETRANGE', ring.key, HEAD + (ring.accepted % ring.capacity) * SLOT, struct.pack('>d', at))
  ring.accepted = ring.accepted + 1
  redis.call('SETRANGE', ring.key, 0, struct.pack('>dd', ring.accepted, ring.capacity))
  redis.call('PEXPIRE', ring.key, KEPT_MS)
end

-- Takes back the call that was accepted at an instant: the ones after it move up.
local function forget(ring, at)
  if not ring then return end
  for back = 1, math.min(ring.accepted, ring.capacity) do
    local found = accepted_at(ring, back)
    if not found or found < at then return end
    if found == at then
      for newer = back - 1, 1, -1 do
        redis.call('SETRANGE', ring.key, HEAD + ((ring.accepted - newer - 1) % ring.capacity) * SLOT, struct.pack('>d', accepted_at(ring, newer)))
      end
      ring.accepted = ring.accepted - 1
      -- The slot held another call before, which is forgotten: it was older than a second.
      redis.call('SETRANGE', ring.key, HEAD + (ring.accepted % ring.capacity) * SLOT, struct.pack('>d', 0))
      redis.call('SETRANGE', ring.key, 0, struct.pack('>dd', ring.accepted, ring.capacity))
      return
    end
  end
end

local ring, key_ring = open(RING, n), open(KEY_RING, key_n)
if what == 'undo' then
  redis.call('ZREM', FLIGHT, lease)
  forget(ring, tonumber(ARGV[8]))
  forget(key_ring, tonumber(ARGV[8]))
  return {}
end

local now = tonumber(ARGV[8])
if not now then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * SECOND + tonumber(time[2])
end
-- A clock that was set back does not let a ring run backwards.
now = math.max(now, accepted_at(ring, 1) or 0, key_ring and accepted_at(key_ring, 1) or 0)
local since = now - SECOND

-- Another process than the one that remembers, or one that remembers nothing: for a second nothing is accepted.
local trusted = redis.call('GET', SENTINEL)
local trusted_run, trusted_since = string.match(trusted or '', '^(%w+) (%d+)$')
if trusted_run ~= run then
  trusted_since = whole(now)
  redis.call('SET', SENTINEL, run .. ' ' .. trusted_since)
end
if tonumber(trusted_since) > since then return { '-1', '', whole(now), whole(tonumber(trusted_since) - since), '0', '0', '0' } end

local flying = redis.call('ZCOUNT', FLIGHT, '(' .. whole(now), '+inf')
local deciding, key_deciding = accepted_at(ring, n) or 0, key_ring and accepted_at(key_ring, key_n) or 0
local refused = ''
if deciding > since then refused = 'rate' end
if key_deciding > since and key_deciding > deciding then refused = 'key' end
-- The one that lasts longest is named, so that its end is the end of all.
local wait = refused == '' and 0 or math.max(deciding, key_deciding) - since
if refused == '' and flight_max > 0 and flying >= flight_max then refused = 'in_flight' end

if what == 'take' and refused == '' then
  note(ring, now)
  if key_ring then note(key_ring, now) end
  if flight_max > 0 then
    redis.call('ZREMRANGEBYSCORE', FLIGHT, '-inf', whole(now))
    redis.call('ZADD', FLIGHT, whole(now + lease_us), lease)
    redis.call('PEXPIRE', FLIGHT, math.ceil(lease_us / 1000) + KEPT_MS)
    flying = flying + 1
  end
end
return { refused == '' and '1' or '0', refused, whole(now), whole(wait), tostring(n - used(ring, since)), tostring(key_ring and key_n - used(key_ring, since) or 0), tostring(flying) }
`;

/** Prolongs a lease among calls in flight, or takes it again. KEYS: the set. ARGV: its microseconds, the lease. */
export const RENEW_SCRIPT = `
local time = redis.call('TIME')
local until_us = string.format('%.0f', tonumber(time[1]) * 1000000 + tonumber(time[2]) + tonumber(ARGV[1]))
redis.call('ZADD', KEYS[1], until_us, ARGV[2])
redis.call('PEXPIRE', KEYS[1], math.ceil(tonumber(ARGV[1]) / 1000) + 3000)
return 1
`;
