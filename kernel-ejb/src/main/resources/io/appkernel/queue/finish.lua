-- ARGV: time, how long a result is kept (ms), then five for each job: id, token, what (D done, R again later, X dead,
-- C cancelled, B handed back), delay (ms), what came of it as JSON.
-- Answers 1 for each that was accepted, 0 where the job is no longer the caller's.
local now = time(ARGV[1])
local answers = {}
for i = 3, #ARGV, 5 do
  local id, token, what = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local record = redis.call('GET', base .. 'j:' .. id)
  local job = record and parse(record)
  local accepted = 0
  if redis.call('HGET', base .. 'own', id) == token then
    redis.call('HDEL', base .. 'own', id)
    redis.call('ZREM', base .. 'lease', id)
    accepted = 1
    if job and job.state == 'W' then
      job.token = token
      job.tail = ARGV[i + 4]
      if what == 'B' then
        push(id, job.priority, job.tenant, 'LPUSH')
        wake()
      elseif what == 'R' then
        redis.call('HINCRBY', base .. 'att', id, 1)
        keep(id, job)
        delay(id, now + tonumber(ARGV[i + 3]))
      else
        job.state = what
        release(id, job)
        redis.call('HDEL', base .. 'progress', id)
        redis.call('HDEL', base .. 'cancel', id)
        if what == 'X' then
          keep(id, job)
          redis.call('ZADD', base .. 'dead', now, id)
        else
          redis.call('HDEL', base .. 'att', id)
          keep(id, job, ARGV[2])
        end
      end
    end
  elseif job and job.token == token then
    -- The answer to this very call was lost before.
    accepted = 1
  end
  answers[#answers + 1] = accepted
end
return answers
