-- ARGV: time, how many tenants to ask for their oldest. Answers: waiting high, normal, low, delayed, active, dead,
-- tenants, paused, and when the oldest that waits was enqueued (0: none waits).
local answer = {}
local seen, tenants = {}, 0
local asked, oldest = 0, nil

-- The first that is alive. Those that were cancelled stay in their list until they come to its front.
local function first(list, gone)
  local ids = redis.call('LRANGE', list, 0, math.min(gone, 200))
  for _, id in ipairs(ids) do
    local record = redis.call('GET', base .. 'j:' .. id)
    if record and string.byte(record) == 87 then
      return record
    end
  end
  return nil
end

for priority = 0, 2 do
  local count = 0
  for _, tenant in ipairs(redis.call('LRANGE', base .. 'r:' .. priority, 0, -1)) do
    local list = base .. 'w:' .. priority .. ':' .. tenant
    local gone = tonumber(redis.call('HGET', base .. 'gone', priority .. ':' .. tenant) or 0)
    local alive = math.max(0, redis.call('LLEN', list) - gone)
    count = count + alive
    if alive > 0 and not seen[tenant] then
      seen[tenant] = true
      tenants = tenants + 1
    end
    if asked < tonumber(ARGV[2]) then
      asked = asked + 1
      local record = first(list, gone)
      local at = record and tonumber(string.match(record, '\n{"at":(%d+)'))
      if at and (not oldest or at < oldest) then
        oldest = at
      end
    end
  end
  answer[#answer + 1] = count
end
answer[#answer + 1] = redis.call('ZCARD', base .. 'd')
answer[#answer + 1] = redis.call('ZCARD', base .. 'lease')
answer[#answer + 1] = redis.call('ZCARD', base .. 'dead')
answer[#answer + 1] = tenants
answer[#answer + 1] = redis.call('EXISTS', base .. 'paused')
answer[#answer + 1] = oldest or 0
return answer
