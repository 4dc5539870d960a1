-- ARGV: time, how long from now (ms), then two for each job: id, token.
-- Answers for each: 1 renewed, 2 renewed and to be cancelled, 3 renewed though the queue is paused, 0 no longer the caller's.
local now = time(ARGV[1])
local until_ = now + tonumber(ARGV[2])
local answers = {}

local ids = {}
for i = 3, #ARGV, 2 do
  ids[#ids + 1] = ARGV[i]
end
local owners = redis.call('HMGET', base .. 'own', unpack(ids))
local asked = redis.call('EXISTS', base .. 'cancel') == 1 and redis.call('HMGET', base .. 'cancel', unpack(ids)) or {}

local kept = redis.call('EXISTS', base .. 'paused') == 1 and 3 or 1
local leases, mine = {}, {}
for n, id in ipairs(ids) do
  if owners[n] == ARGV[2 * n + 2] then
    leases[#leases + 1] = until_
    leases[#leases + 1] = id
    mine[#mine + 1] = id
    answers[n] = asked[n] and 2 or kept
  else
    answers[n] = 0
  end
end
if #mine > 0 then
  -- A full Redis refuses to add, unless the script began with what frees memory.
  redis.call('ZREM', base .. 'lease', unpack(mine))
  redis.call('ZADD', base .. 'lease', unpack(leases))
end
return answers
