-- ARGV: time, how long a result is kept (ms), then five for each job: id, token, what (D done, R again later, X dead,
-- C cancelled, B handed back), delay (ms), what came of it as JSON.
-- Answers 1 for each that was accepted, 0 where the job is no longer the caller's.
local now = time(ARGV[1])
local answers = {}

-- Most queues have none of these most of the time; a look at each for every job would cost as much as the rest.
local kept = {}
for _, name in ipairs({ 'att', 'progress', 'cancel' }) do
  kept[name] = redis.call('EXISTS', base .. name) == 1
end

local function forget(name, id)
  if kept[name] then
    redis.call('HDEL', base .. name, id)
  end
end

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
        forget('progress', id)
        forget('cancel', id)
        if what == 'X' then
          keep(id, job)
          redis.call('ZADD', base .. 'dead', now, id)
        else
          forget('att', id)
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
