/**
 * A queue on Redis that loses nothing it has accepted: each job is claimed by one owner at a time, under a lease; who
 * loses the lease loses the say. It knows nothing of tasks, handlers or transactions. Start with {@link
 * io.appkernel.queue.JobQueue}; the scripts stand beside it, {@code common.lua} first.
 *
 * <p>Keys, all behind {@code <prefix>{<queue>}:}, so that a queue lives on one node of a cluster; none has a time to
 * live but where it is said:
 *
 * <ul>
 *   <li>{@code j:<id>} string: the job's record; lives on for a set time when it is done or cancelled, for good when dead
 *   <li>{@code w:<priority>:<tenant>} list: ids that wait · {@code r:<priority>} list: tenants that have such
 *   <li>{@code d} sorted set: ids by when they are due · {@code dead} sorted set: ids by when they were given up
 *   <li>{@code lease} sorted set: ids by when their lease ends · {@code own} hash: id to the owner's token
 *   <li>{@code att} hash: id to failed attempts · {@code progress}, {@code cancel} hashes, of jobs that run
 *   <li>{@code un} hash: unique key to the id that has it · {@code cron} hash: name to its last tick
 *   <li>{@code gone} hash: {@code <priority>:<tenant>} to how many in that list were cancelled
 *   <li>{@code new} list: the newest ids · {@code new:<user>} list: a user's newest, lives for a set time
 *   <li>{@code wake} list: at most one token that wakes who waits · {@code seq}, {@code paused} strings
 * </ul>
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Lists and one string a job. They hold the owner check and the record at the least cost in time and memory.
 *       Rejected: streams with groups, which acknowledge for whoever asks; sorted sets alone, which cost more memory.
 *   <li>Tenants take turns in a ring, by quanta. One who queues many delays others by one quantum. Rejected: a list for
 *       all; weights, which nobody sets.
 *   <li>Claiming also brings back what is due and what was abandoned. As long as anybody works, nothing is stuck, and no
 *       timer of its own can die. Rejected: a sweeper with a lock.
 *   <li>A node takes what its idle threads begin at once, and of short jobs what they do in a moment; what waits on it for
 *       long after all goes back. Others may be idle. Rejected: a fixed number ahead, which keeps long jobs from them.
 *   <li>Time is Redis' own. Nodes need not agree. Rejected: the callers' clocks.
 * </ul>
 */
@NullMarked
@Uses({"log", "redis"})
package io.appkernel.queue;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
