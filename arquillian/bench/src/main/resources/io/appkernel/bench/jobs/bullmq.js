// Speaks to the benchmark: "enqueue <n>" and "drain <n>" on standard input, "ok <ns>" on standard output when it is done.
const { Queue, Worker } = require('bullmq');
const readline = require('readline');
const at = new URL(process.argv[2]);
const connection = {
  host: at.hostname, port: Number(at.port), password: decodeURIComponent(at.password), maxRetriesPerRequest: null
};
const queue = new Queue('bench', { connection });
const payload = { text: 'x'.repeat(89) };

async function enqueue(count) {
  for (let from = 0; from < count; from += 1000) {
    const jobs = [];
    for (let i = from; i < Math.min(count, from + 1000); i++) {
      jobs.push({ name: 'noop', data: payload });
    }
    await queue.addBulk(jobs);
  }
}

async function drain(count) {
  let done = 0;
  const begin = process.hrtime.bigint();
  let took;
  const options = { connection, concurrency: 100, removeOnComplete: { count: 1000 } };
  await new Promise((resolve) => {
    const worker = new Worker('bench', async () => {
      if (++done === count) {
        took = process.hrtime.bigint() - begin;
        setImmediate(() => worker.close().then(resolve));
      }
      return 1;
    }, options);
  });
  return took;
}

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', async (line) => {
  const [what, count] = line.split(' ');
  const took = await (what === 'enqueue' ? enqueue : drain)(Number(count));
  console.log(`ok ${took ?? 0}`);
});
lines.on('close', () => process.exit(0));
console.log('ok 0');
