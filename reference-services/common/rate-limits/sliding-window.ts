/**
 * The same window as `RateLimiter`, counted in Redis by its own clock: the requests of the present fixed window, and those
 * of the one before in proportion to how much of it the sliding window still covers.
 *
 * KEYS[1] the client; ARGV: requests, window in milliseconds, how many to take (0 only looks).
 * Answers 1 or 0 for allowed, what remains, and the seconds to wait when nothing does.
 */
export const slidingWindowScript = `
local limit, window, take = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = (time[1] * 1000 + time[2] / 1000) / window
local index = math.floor(now)
local weight = 1 - (now - index)
local kept = redis.call('HMGET', KEYS[1], 'index', 'current', 'previous')
local current, previous = tonumber(kept[2]) or 0, tonumber(kept[3]) or 0
local age = index - (tonumber(kept[1]) or index)
if age ~= 0 then
  previous = age == 1 and current or 0
  current = 0
end
local used = current + previous * weight
local remaining = math.max(0, math.floor(limit - used - take))
if take == 0 then return {1, remaining, 0} end
if used + take > limit + 0.000001 then
  local free = limit - 1 - current
  local windows = free >= 0 and weight - free / previous or weight + 1 - (limit - 1) / current
  return {0, 0, math.max(1, math.ceil(windows * window / 1000))}
end
redis.call('HSET', KEYS[1], 'index', index, 'current', current + take, 'previous', previous)
redis.call('PEXPIRE', KEYS[1], window * 2)
return {1, remaining, 0}
`;
