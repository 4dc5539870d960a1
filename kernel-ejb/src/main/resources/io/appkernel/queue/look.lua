-- ARGV: ids. Answers five for each: record, whether it is owned, failed attempts, when it is due, progress.
local answers = {}
for _, id in ipairs(ARGV) do
  answers[#answers + 1] = redis.call('GET', base .. 'j:' .. id) or ''
  answers[#answers + 1] = redis.call('HEXISTS', base .. 'own', id)
  answers[#answers + 1] = tonumber(redis.call('HGET', base .. 'att', id) or 0)
  answers[#answers + 1] = redis.call('ZSCORE', base .. 'd', id) or ''
  answers[#answers + 1] = redis.call('HGET', base .. 'progress', id) or ''
end
return answers
