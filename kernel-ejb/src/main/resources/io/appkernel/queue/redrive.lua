-- ARGV: ids. Puts dead jobs back to the end of their lists, with all their attempts; answers how many.
local count = 0
for _, id in ipairs(ARGV) do
  if redis.call('ZREM', base .. 'dead', id) == 1 then
    -- Failures count up to 100000, vanished owners in hundred thousands, and these rounds above both.
    local round = math.floor(tonumber(redis.call('HGET', base .. 'att', id) or 0) / 1e10) + 1
    local record = redis.call('GET', base .. 'j:' .. id)
    if record then
      local job = parse(record)
      job.state = 'W'
      redis.call('HSET', base .. 'att', id, string.format('%.0f', round * 1e10))
      if job.unique ~= '' then
        redis.call('HSETNX', base .. 'un', job.unique, id)
      end
      keep(id, job)
      push(id, job.priority, job.tenant, 'RPUSH')
      count = count + 1
    else
      redis.call('HDEL', base .. 'att', id)
    end
  end
end
if count > 0 then
  wake()
end
return count
