/**
 * Questions of `listed` a second: every question that the base's designations raise, many times over, answered in order.
 * Prints the best and the mean of the rounds by the clock, and the mean by CPU time; fails where that is below the figure to reach.
 *
 *     node bin/node.js bench/listed.ts
 */
import { lawDesk, listedMany } from '../src/questions/index.ts'
import { designationQuestions } from '../test/support/designation-questions.ts'
import { BASE_FOLDER, temporaryLedger } from '../test/support/temporary-ledger.ts'

const ROUNDS = 5
const QUESTIONS = 50_000
const REACH = 20_000
/** As many questions as `listed --jsonl` answers in one go. */
const AT_ONCE = 2_000

const base = await temporaryLedger()
try {
  await base.take(BASE_FOLDER)
  const started = performance.now()
  const view = await lawDesk(base.ledger, base.sources.all, base.now).at({ published: base.now(), recorded: base.now() })
  const opened = performance.now() - started
  const distinct = designationQuestions().map(q => ({
    party: q.party,
    authority: q.authority,
    on: q.on,
    ...(q.on < '2015' ? {} : { list: q.list }),
  }))
  const questions = Array.from({ length: QUESTIONS }, (_, i) => distinct[i % distinct.length] as (typeof distinct)[number])
  const rates: number[] = []
  const cpu = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    let bytes = 0
    for (let i = 0; i < questions.length; i += AT_ONCE) {
      for (const answer of await listedMany(view, questions.slice(i, i + AT_ONCE))) bytes += JSON.stringify(answer).length
    }
    if (bytes === 0) throw new Error('no answers')
    rates.push(QUESTIONS / ((performance.now() - begun) / 1000))
  }
  const [first] = rates
  const best = Math.max(...rates)
  const mean = rates.reduce((a, b) => a + b, 0) / rates.length
  const { user, system } = process.cpuUsage(cpu)
  const byCpu = (QUESTIONS * ROUNDS) / ((user + system) / 1e6)
  const whole = (n: number) => Math.round(n).toLocaleString('en-GB')
  console.log(`listed: ${distinct.length} distinct questions over the curated base, ${whole(QUESTIONS)} a round, answers written as JSON`)
  console.log(
    `  view opened in ${opened.toFixed(0)} ms; first round ${whole(first ?? 0)}, best ${whole(best)}, mean ${whole(mean)} questions a second; ${whole(byCpu)} a CPU second`,
  )
  if (byCpu < REACH) {
    console.error(`  below ${whole(REACH)} a CPU second`)
    process.exitCode = 1
  }
} finally {
  await base.close()
}
