-- ARGV: time, how long a result is kept (ms), then six for each job: id, token, what (D done, R again later, X dead,
-- C cancelled, B handed back), delay (ms), unique key, text: the job's last record for D and C, else what came of it so
-- far as JSON. One that is neither done nor dead ends when somebody asked to cancel it.
-- Answers the positions, from 1, of those that are no longer the caller's.
local now = time(ARGV[1])
local refused = {}

local ids = {}
for i = 3, #ARGV, 6 do
  ids[#ids + 1] = ARGV[i]
end
local owners = redis.call('HMGET', base .. 'own', unpack(ids))

-- Whoever is told twice within one call counts once. What frees memory comes before what takes some, or a full Redis
-- would refuse.
local mine, over, ended = {}, {}, {}
for n, id in ipairs(ids) do
  if owners[n] == ARGV[6 * n - 2] then
    ended[n] = true
    if not over[id] then
      over[id] = true
      mine[#mine + 1] = n
    end
  end
end
if #mine > 0 then
  local gone = {}
  for i, n in ipairs(mine) do
    gone[i] = ids[n]
  end
  redis.call('HDEL', base .. 'own', unpack(gone))
  redis.call('ZREM', base .. 'lease', unpack(gone))
end

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

-- For what is not over yet, or may be taken up again.
local function keepWhole(id, token, what, after, note)
  local record = redis.call('GET', base .. 'j:' .. id)
  local job = record and parse(record)
  if not job or job.state ~= 'W' then
    return
  end
  job.token = token
  job.tail = note
  if what == 'B' then
    push(id, job.priority, job.tenant, 'LPUSH')
    wake()
  elseif what == 'R' then
    redis.call('HINCRBY', base .. 'att', id, 1)
    keep(id, job)
    delay(id, now + after)
  elseif what == 'C' then
    job.state = 'C'
    keep(id, job, ARGV[2])
    forget('att', id)
  else
    job.state = 'X'
    keep(id, job)
    redis.call('ZADD', base .. 'dead', now, id)
  end
end

for _, n in ipairs(mine) do
  local i = 6 * n - 3
  local id, what, unique, note = ids[n], ARGV[i + 2], ARGV[i + 4], ARGV[i + 5]
  local asked = (what == 'R' or what == 'B') and kept.cancel and redis.call('HGET', base .. 'cancel', id)
  if asked then
    what = 'C'
    keepWhole(id, ARGV[i + 1], what, 0, note ~= '' and note or asked)
  elseif what == 'D' or what == 'C' then
    redis.call('SET', base .. 'j:' .. id, note, 'PX', ARGV[2])
    forget('att', id)
  else
    keepWhole(id, ARGV[i + 1], what, tonumber(ARGV[i + 3]), note)
  end
  if what ~= 'B' and what ~= 'R' then
    release(id, unique)
    forget('progress', id)
    forget('cancel', id)
  end
end

for n, id in ipairs(ids) do
  if not ended[n] then
    local record = redis.call('GET', base .. 'j:' .. id)
    -- Its own token in the record says that the answer to this very call was lost before.
    if not record or parse(record).token ~= ARGV[6 * n - 2] then
      refused[#refused + 1] = n
    end
  end
end
return refused
