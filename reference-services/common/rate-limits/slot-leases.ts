/**
 * Slots as leases in a sorted set, by the time at which each ends: those of a replica that has died are free again after a
 * while. KEYS[1] the set; ARGV: how many slots there are, the length of a lease in milliseconds, the id of the lease.
 * Answers 1, or 0 when all are taken. A lease that is held already is prolonged.
 */
export const holdSlotScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if not redis.call('ZSCORE', KEYS[1], ARGV[3]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
`;

/** KEYS[1] the set. Answers how many leases have not ended. */
export const heldSlotsScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZCOUNT', KEYS[1], '(' .. now, '+inf')
`;
