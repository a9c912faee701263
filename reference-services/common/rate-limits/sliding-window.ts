/**
 * The same windows as `RateLimiter`, counted in Redis by its own clock: the requests of the present fixed window, and those
 * of the one before in proportion to how much of it the sliding window still covers.
 *
 * KEYS: the windows; ARGV: `take`, `look` or `add`, then for each window its limit, its length in milliseconds and how much
 * is wanted. `take` takes from all or from none, `look` from none, `add` from all.
 * Answers the place of the first window without room, from 1, or 0; the seconds to wait for it; what is left of the first.
 */
export const slidingWindowScript = `
local time = redis.call('TIME')
local ms = time[1] * 1000 + time[2] / 1000
local refused, wait, left = 0, 0, 0
local counts = {}
for i, key in ipairs(KEYS) do
  local limit, window, amount = tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i]), tonumber(ARGV[3 * i + 1])
  local now = ms / window
  local index = math.floor(now)
  local weight = 1 - (now - index)
  local kept = redis.call('HMGET', key, 'index', 'current', 'previous')
  local current, previous = tonumber(kept[2]) or 0, tonumber(kept[3]) or 0
  local age = index - (tonumber(kept[1]) or index)
  if age ~= 0 then
    previous = age == 1 and current or 0
    current = 0
  end
  local used = current + previous * weight
  if i == 1 then left = math.max(0, math.floor(limit - used + 0.000001)) end
  if refused == 0 and used + amount > limit + 0.000001 then
    local windows = 1
    if amount <= limit then
      local free = limit - amount - current
      windows = free >= 0 and weight - free / previous or weight + 1 - (limit - amount) / current
    end
    refused, wait = i, math.max(1, math.ceil(windows * window / 1000))
  end
  counts[i] = { index, current + amount, previous, window }
end
if ARGV[1] == 'add' or (ARGV[1] == 'take' and refused == 0) then
  for i, key in ipairs(KEYS) do
    redis.call('HSET', key, 'index', counts[i][1], 'current', counts[i][2], 'previous', counts[i][3])
    redis.call('PEXPIRE', key, counts[i][4] * 2)
  end
end
return {refused, wait, left}
`;
