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
if redis.call('HEXISTS', base .. 'own', id) == 1 then
  redis.call('HSET', base .. 'cancel', id, '1')
  return 'asked'
end
redis.call('ZREM', base .. 'd', id)
release(id, job.unique)
redis.call('HDEL', base .. 'att', id)
job.state = 'C'
job.tail = ARGV[4]
keep(id, job, ARGV[2])
return 'cancelled'
