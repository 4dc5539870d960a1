-- ARGV: time, how long from now (ms), then two for each job: id, token.
-- Answers for each: 1 renewed, 2 renewed and to be cancelled, 0 no longer the caller's.
local now = time(ARGV[1])
local until_ = now + tonumber(ARGV[2])
local answers = {}
for i = 3, #ARGV, 2 do
  local id = ARGV[i]
  local answer = 0
  if redis.call('HGET', base .. 'own', id) == ARGV[i + 1] then
    redis.call('ZADD', base .. 'lease', 'XX', until_, id)
    answer = 1 + redis.call('HEXISTS', base .. 'cancel', id)
  end
  answers[#answers + 1] = answer
end
return answers
