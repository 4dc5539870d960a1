-- What every script of a queue begins with. KEYS[1] is what the queue's keys begin with, hash tag included.
-- A job's record has three lines:
--   state|priority|most attempts|token of the last owner|unique key|tenant
--   what was enqueued, as JSON, never changed
--   what came of it so far, as JSON
local base = KEYS[1]

local function time(given)
  if given ~= '0' then
    return tonumber(given)
  end
  local now = redis.call('TIME')
  return now[1] * 1000 + math.floor(now[2] / 1000)
end

local function parse(record)
  local state, priority, most, token, unique, tenant, from =
    string.match(record, '^(%u)|(%d)|(%d+)|(%d*)|([^|]*)|([^\n]*)\n()')
  local to = string.find(record, '\n', from, true)
  return {
    state = state, priority = priority, most = most, token = token, unique = unique, tenant = tenant,
    body = string.sub(record, from, to - 1), tail = string.sub(record, to + 1)
  }
end

local function text(job)
  return table.concat({
    job.state, '|', job.priority, '|', job.most, '|', job.token, '|', job.unique, '|', job.tenant, '\n',
    job.body, '\n', job.tail
  })
end

local function keep(id, job, ttl)
  local record = text(job)
  if ttl then
    redis.call('SET', base .. 'j:' .. id, record, 'PX', ttl)
  else
    redis.call('SET', base .. 'j:' .. id, record)
  end
end

local function wake()
  if redis.call('LLEN', base .. 'wake') == 0 then
    redis.call('LPUSH', base .. 'wake', '1')
  end
end

-- A tenant stands in the ring of a priority exactly while its list there has jobs.
local function push(id, priority, tenant, command)
  if redis.call(command, base .. 'w:' .. priority .. ':' .. tenant, id) == 1 then
    redis.call('RPUSH', base .. 'r:' .. priority, tenant)
  end
end

local function delay(id, due)
  redis.call('ZADD', base .. 'd', due, id)
  if redis.call('ZRANGE', base .. 'd', 0, 0)[1] == id then
    wake()
  end
end

local function release(id, unique)
  if unique ~= '' and redis.call('HGET', base .. 'un', unique) == id then
    redis.call('HDEL', base .. 'un', unique)
  end
end
