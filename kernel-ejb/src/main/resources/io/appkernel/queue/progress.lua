-- ARGV: id, token, what its owner tells. Nothing is kept of a job that is no longer the caller's: nobody would delete it.
if redis.call('HGET', base .. 'own', ARGV[1]) ~= ARGV[2] then
  return 0
end
redis.call('HSET', base .. 'progress', ARGV[1], ARGV[3])
return 1
