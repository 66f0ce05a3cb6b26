// Scores invented pairs of names by category, positive and negative; texts in bench/pairs/.
//   node24 bench/pairs.ts [--wrong]
import { analyseName, compareNames, explainNames, nameKindOf } from '../src/names/index.ts'
import { inventedPairs, measures } from './matching-data.ts'

const showWrong = process.argv.includes('--wrong')
const pairs = inventedPairs().map(pair => {
  const kind = nameKindOf(pair.schema)
  return { ...pair, names: [analyseName(pair.query, kind), analyseName(pair.listed, kind)] as const }
})
const scored = pairs.map(pair => ({ ...pair, score: compareNames(...pair.names).score }))
const line = (label: string, list: typeof scored) => {
  const m = measures(list)
  const right = list.filter(s => s.score >= 0.7 === s.match).length
  const n = String(m.n).padStart(4)
  console.log(`${label.padEnd(72)} ${n}  right ${(right / m.n).toFixed(3)}  P ${m.precision.toFixed(3)}  R ${m.recall.toFixed(3)}`)
}
line('all', scored)
for (const category of new Set(scored.map(s => s.category))) {
  const list = scored.filter(s => s.category === category)
  line(category, list)
  if (!showWrong) continue
  for (const s of list.filter(each => each.score >= 0.7 !== each.match)) {
    const links = explainNames(...s.names).links.map(
      l => `${l.query.join('+')}~${l.listed.join('+')} ${l.kind} ${l.similarity.toFixed(2)} ${l.contribution.toFixed(2)}`,
    )
    console.log(`  ${s.match ? 'missed' : 'false '} ${s.score.toFixed(3)} ${s.query} | ${s.listed}  [${links.join('; ')}]`)
  }
}
