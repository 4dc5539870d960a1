-- ARGV: time, how many tenants to ask for their oldest. Answers: waiting high, normal, low, delayed, active, dead,
-- tenants, paused, and when the oldest that waits was enqueued (0: none waits).
local answer = {}
local tenants = 0
local oldest = nil
for priority = 0, 2 do
  local count = 0
  local ring = redis.call('LRANGE', base .. 'r:' .. priority, 0, -1)
  for i, tenant in ipairs(ring) do
    local list = base .. 'w:' .. priority .. ':' .. tenant
    count = count + redis.call('LLEN', list)
    if i <= tonumber(ARGV[2]) then
      local first = redis.call('GET', base .. 'j:' .. (redis.call('LINDEX', list, 0) or ''))
      local at = first and tonumber(string.match(first, '\n{"at":(%d+)'))
      if at and (not oldest or at < oldest) then
        oldest = at
      end
    end
  end
  tenants = tenants + #ring
  answer[#answer + 1] = count
end
answer[#answer + 1] = redis.call('ZCARD', base .. 'd')
answer[#answer + 1] = redis.call('ZCARD', base .. 'lease')
answer[#answer + 1] = redis.call('ZCARD', base .. 'dead')
answer[#answer + 1] = tenants
answer[#answer + 1] = redis.call('EXISTS', base .. 'paused')
answer[#answer + 1] = oldest or 0
return answer
