-- ARGV: time, how many at most, how long they are leased (ms).
-- Answers: 1 when more is waiting, ms until the next delayed job (-1: none), the token of all that are taken, then three
-- lists for each turn of a tenant: ids, records, and failed attempts, which are nothing where no job has any.
local now = time(ARGV[1])
local left = tonumber(ARGV[2])
local until_ = now + tonumber(ARGV[3])

-- Leases that ran out: whoever held them is gone or too late, and may not even have begun.
for _, id in ipairs(redis.call('ZRANGEBYSCORE', base .. 'lease', '-inf', now, 'LIMIT', 0, 200)) do
  redis.call('ZREM', base .. 'lease', id)
  redis.call('HDEL', base .. 'own', id)
  local record = redis.call('GET', base .. 'j:' .. id)
  if record then
    local job = parse(record)
    if job.state == 'W' then
      redis.call('HINCRBY', base .. 'att', id, 100000)
      push(id, job.priority, job.tenant, 'LPUSH')
    end
  end
end

for _, id in ipairs(redis.call('ZRANGEBYSCORE', base .. 'd', '-inf', now, 'LIMIT', 0, 500)) do
  redis.call('ZREM', base .. 'd', id)
  local record = redis.call('GET', base .. 'j:' .. id)
  if record then
    local job = parse(record)
    if job.state == 'W' then
      push(id, job.priority, job.tenant, 'RPUSH')
    end
  end
end

local answer = { 0, -1, '' }
local nextDue = redis.call('ZRANGE', base .. 'd', 0, 0, 'WITHSCORES')
if nextDue[2] then
  answer[2] = math.max(0, tonumber(nextDue[2]) - now)
end
if redis.call('EXISTS', base .. 'paused') == 1 then
  return answer
end

-- One token for all that are taken now. It is above every earlier one, also where a loss of data took the last one along.
local token = nil
local function mine()
  if not token then
    local last = tonumber(redis.call('GET', base .. 'seq') or 0)
    token = string.format('%.0f', math.max(last + 1, now * 1000))
    redis.call('SET', base .. 'seq', token)
    answer[3] = token
  end
  return token
end

-- Whoever claims must have room for what it gets.
local MOST_BYTES = 8 * 1024 * 1024
local bytes = 0
local failures = redis.call('EXISTS', base .. 'att') == 1
local gone = redis.call('EXISTS', base .. 'gone') == 1
local more = false
-- Cancelled jobs stay in their lists until they come to the front; a list full of them is left in several steps.
local steps = 4 * left + 1000
for priority = 0, 2 do
  local ring = base .. 'r:' .. priority
  local tenants = redis.call('LLEN', ring)
  while left > 0 and tenants > 0 and steps > 0 do
    local quantum = math.min(left, math.max(8, math.floor(left / tenants)))
    local tenant = redis.call('LPOP', ring)
    local list = base .. 'w:' .. priority .. ':' .. tenant
    local ids = redis.call('LPOP', list, quantum) or {}
    steps = steps - math.max(1, #ids)
    if redis.call('LLEN', list) > 0 then
      redis.call('RPUSH', ring, tenant)
    else
      tenants = tenants - 1
    end
    if #ids > 0 then
      local keys = {}
      for i, id in ipairs(ids) do
        keys[i] = base .. 'j:' .. id
      end
      local records = redis.call('MGET', unpack(keys))
      local taken = redis.call('HMGET', base .. 'own', unpack(ids))
      local live, texts, leases, owners, back = {}, {}, {}, {}, {}
      for i, id in ipairs(ids) do
        -- One that was cancelled while it waited is a final record or none.
        if bytes > MOST_BYTES then
          back[#back + 1] = id
        elseif records[i] and not taken[i] and string.byte(records[i]) == 87 then
          bytes = bytes + #records[i]
          local n = #live + 1
          live[n] = id
          texts[n] = records[i]
          leases[2 * n - 1] = until_
          leases[2 * n] = id
          owners[2 * n - 1] = id
          owners[2 * n] = mine()
        end
      end
      if #live > 0 then
        redis.call('ZADD', base .. 'lease', unpack(leases))
        redis.call('HSET', base .. 'own', unpack(owners))
        answer[#answer + 1] = live
        answer[#answer + 1] = texts
        answer[#answer + 1] = failures and redis.call('HMGET', base .. 'att', unpack(live)) or {}
        left = left - #live
      end
      local skipped = #ids - #live - #back
      if gone and skipped > 0 then
        local name = priority .. ':' .. tenant
        if redis.call('HINCRBY', base .. 'gone', name, -skipped) <= 0 then
          redis.call('HDEL', base .. 'gone', name)
        end
      end
      if #back > 0 then
        left = 0
        if redis.call('LLEN', list) == 0 then
          redis.call('RPUSH', ring, tenant)
          tenants = tenants + 1
        end
        for i = #back, 1, -1 do
          redis.call('LPUSH', list, back[i])
        end
      end
    end
  end
  more = more or tenants > 0
end
if more then
  answer[1] = 1
  wake()
end
return answer
