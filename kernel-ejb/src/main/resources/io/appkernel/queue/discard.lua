-- ARGV: ids. Forgets dead jobs, whose ids are free again; answers how many.
local count = 0
for _, id in ipairs(ARGV) do
  if redis.call('ZREM', base .. 'dead', id) == 1 then
    redis.call('DEL', base .. 'j:' .. id)
    redis.call('HDEL', base .. 'att', id)
    count = count + 1
  end
end
return count
