-- ARGV: the longest note that is answered (0: any), ids. Answers five for each: record without its payload, whether it is
-- owned, failed attempts, when it is due, progress.
local longest = tonumber(ARGV[1])
local answers = {}

-- The payload is what was enqueued last; within a text its quotes would have a backslash.
local function brief(record)
  local job = parse(record)
  local payload = string.find(job.body, ',"payload":', 1, true)
  if payload then
    job.body = string.sub(job.body, 1, payload - 1) .. '}'
  end
  local result = longest > 0 and #job.tail > longest and string.find(job.tail, ',"result":', 1, true)
  if result then
    job.tail = string.sub(job.tail, 1, result - 1) .. '}'
  end
  return text(job)
end

for i = 2, #ARGV do
  local id = ARGV[i]
  local record = redis.call('GET', base .. 'j:' .. id)
  answers[#answers + 1] = record and brief(record) or ''
  answers[#answers + 1] = redis.call('HEXISTS', base .. 'own', id)
  answers[#answers + 1] = tonumber(redis.call('HGET', base .. 'att', id) or 0)
  answers[#answers + 1] = redis.call('ZSCORE', base .. 'd', id) or ''
  answers[#answers + 1] = redis.call('HGET', base .. 'progress', id) or ''
end
return answers
