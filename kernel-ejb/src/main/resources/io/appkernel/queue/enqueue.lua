-- ARGV: time, most in the index, most in a user's index, how long a user's index lives (ms), then nine for each job:
-- id, priority, tenant, delay (ms), most attempts, unique key, user, tick (name@time, or empty), what is enqueued.
-- Answers for each: '+' when it was taken, '' when its id or its tick was there before, else the id of the job that has
-- its unique key.
local now = time(ARGV[1])
local answers = {}
local lists = {}
local order = {}

for i = 5, #ARGV, 9 do
  local id, priority, tenant, after, most = ARGV[i], ARGV[i + 1], ARGV[i + 2], tonumber(ARGV[i + 3]), ARGV[i + 4]
  local unique, user, tick = ARGV[i + 5], ARGV[i + 6], ARGV[i + 7]
  local answer = '+'
  local name, at = string.match(tick, '^(.*)@(%d+)$')
  if name then
    local last = redis.call('HGET', base .. 'cron', name)
    if last and tonumber(last) >= tonumber(at) then
      answer = ''
    end
  end
  if answer == '+' and unique ~= '' then
    answer = redis.call('HGET', base .. 'un', unique) or '+'
  end
  if answer == '+' then
    local record = table.concat({ 'W|', priority, '|', most, '||', unique, '|', tenant, '\n', ARGV[i + 8], '\n' })
    if redis.call('SET', base .. 'j:' .. id, record, 'NX') then
      if after > 0 then
        delay(id, now + after)
      else
        local list = priority .. ':' .. tenant
        if not lists[list] then
          lists[list] = { priority = priority, tenant = tenant }
          order[#order + 1] = lists[list]
        end
        table.insert(lists[list], id)
      end
      if unique ~= '' then
        redis.call('HSET', base .. 'un', unique, id)
      end
      redis.call('XADD', base .. 'x', 'MAXLEN', '~', ARGV[2], '*', 'i', id)
      if user ~= '' then
        redis.call('XADD', base .. 'u:' .. user, 'MAXLEN', '~', ARGV[3], '*', 'i', id)
        redis.call('PEXPIRE', base .. 'u:' .. user, ARGV[4])
      end
    else
      answer = ''
    end
    if name then
      redis.call('HSET', base .. 'cron', name, at)
    end
  end
  answers[#answers + 1] = answer
end

for _, list in ipairs(order) do
  local key = base .. 'w:' .. list.priority .. ':' .. list.tenant
  local length = 0
  for from = 1, #list, 1000 do
    length = redis.call('RPUSH', key, unpack(list, from, math.min(#list, from + 999)))
  end
  if length == #list then
    redis.call('RPUSH', base .. 'r:' .. list.priority, list.tenant)
  end
end
if #order > 0 then
  wake()
end
return answers
