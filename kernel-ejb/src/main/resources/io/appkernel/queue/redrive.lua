-- ARGV: ids. Puts dead jobs back to the end of their lists, with all their attempts; answers how many.
local count = 0
for _, id in ipairs(ARGV) do
  if redis.call('ZREM', base .. 'dead', id) == 1 then
    redis.call('HDEL', base .. 'att', id)
    local record = redis.call('GET', base .. 'j:' .. id)
    if record then
      local job = parse(record)
      job.state = 'W'
      if job.unique ~= '' then
        redis.call('HSETNX', base .. 'un', job.unique, id)
      end
      keep(id, job)
      push(id, job.priority, job.tenant, 'RPUSH')
      count = count + 1
    end
  end
end
if count > 0 then
  wake()
end
return count
