-- ARGV: time, most in the index, most in a user's index, how long a user's index lives (ms), then five for each job: id,
-- its list (priority:tenant), user, what is special of it (nothing, or delay in ms|unique key|schedule|tick), record.
-- Answers two for each that was not taken: its position from 1, and '' when its id or its tick was there before, or the
-- id of the job that has its unique key.
local now = time(ARGV[1])
local answers = {}

-- Most are new and not special: one command for all of these costs far less than one for each.
local function allNew()
  local records, seen = {}, {}
  for i = 5, #ARGV, 5 do
    if ARGV[i + 3] == '' then
      local id = ARGV[i]
      if seen[id] then
        return false
      end
      seen[id] = true
      records[#records + 1] = base .. 'j:' .. id
      records[#records + 1] = ARGV[i + 4]
    end
  end
  return #records > 0 and redis.call('MSETNX', unpack(records)) == 1
end

local function isNew(id, record)
  return redis.call('SET', base .. 'j:' .. id, record, 'NX')
end

-- Answers what stands in the way of a special job, or nil and its delay.
local function special(id, text, record)
  local after, unique, schedule, tick = string.match(text, '^(%d+)|([^|]*)|([^|]*)|(%d*)$')
  if schedule ~= '' then
    local last = redis.call('HGET', base .. 'cron', schedule)
    if last and tonumber(last) >= tonumber(tick) then
      return ''
    end
  end
  local other = unique ~= '' and redis.call('HGET', base .. 'un', unique)
  if other then
    return other
  end
  local new = isNew(id, record)
  if schedule ~= '' then
    redis.call('HSET', base .. 'cron', schedule, tick)
  end
  if not new then
    return ''
  end
  if unique ~= '' then
    redis.call('HSET', base .. 'un', unique, id)
  end
  return nil, tonumber(after)
end

local function add(groups, name, id)
  local group = groups[name]
  if not group then
    group = { name = name }
    groups[name] = group
    groups[#groups + 1] = group
  end
  group[#group + 1] = id
end

local quick = allNew()
local taken, lists, users = {}, {}, {}
for i = 5, #ARGV, 5 do
  local id, text, record = ARGV[i], ARGV[i + 3], ARGV[i + 4]
  local obstacle, after = nil, 0
  if text ~= '' then
    obstacle, after = special(id, text, record)
  elseif not quick and not isNew(id, record) then
    obstacle = ''
  end
  if obstacle then
    answers[#answers + 1] = i / 5
    answers[#answers + 1] = obstacle
  else
    taken[#taken + 1] = id
    if after > 0 then
      delay(id, now + after)
    else
      add(lists, ARGV[i + 1], id)
    end
    if ARGV[i + 2] ~= '' then
      add(users, ARGV[i + 2], id)
    end
  end
end

for _, list in ipairs(lists) do
  if redis.call('RPUSH', base .. 'w:' .. list.name, unpack(list)) == #list then
    local priority, tenant = string.match(list.name, '^(%d):(.*)$')
    redis.call('RPUSH', base .. 'r:' .. priority, tenant)
  end
end
if #lists > 0 then
  wake()
end

local function newest(key, ids, most)
  redis.call('LPUSH', key, unpack(ids))
  redis.call('LTRIM', key, 0, most - 1)
end

if #taken > 0 then
  newest(base .. 'new', taken, ARGV[2])
end
for _, user in ipairs(users) do
  newest(base .. 'new:' .. user.name, user, ARGV[3])
  redis.call('PEXPIRE', base .. 'new:' .. user.name, ARGV[4])
end
return answers
