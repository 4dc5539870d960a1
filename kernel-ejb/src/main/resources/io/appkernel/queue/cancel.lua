-- ARGV: time, how long the record is kept (ms), id, what came of it as JSON.
-- Answers: 'none', 'cancelled' (it was waiting), 'asked' (it runs), or the state it has ended in.
local id = ARGV[3]
local record = redis.call('GET', base .. 'j:' .. id)
if not record then
  return 'none'
end
local job = parse(record)
if job.state ~= 'W' then
  return job.state
end
-- First, for a full Redis lets a script add once it has begun with what frees memory.
local delayed = redis.call('ZREM', base .. 'd', id) == 1
if redis.call('HEXISTS', base .. 'own', id) == 1 then
  redis.call('HSET', base .. 'cancel', id, ARGV[4])
  return 'asked'
end
if not delayed then
  redis.call('HINCRBY', base .. 'gone', job.priority .. ':' .. job.tenant, 1)
end
release(id, job.unique)
for _, name in ipairs({ 'att', 'progress', 'cancel' }) do
  redis.call('HDEL', base .. name, id)
end
job.state = 'C'
job.tail = ARGV[4]
keep(id, job, ARGV[2])
return 'cancelled'
