// Scores whole entities: the entity checks by all their properties, and the cases from the field by kind.
//   node24 bench/entities.ts [--wrong]
import { comparePair, MATCHER_VERSION } from '../src/screen/index.ts'
import { faultsOf, hasFieldCases, matchingCases } from '../test/support/field-cases.ts'
import { hasShared, measures, wholeChecks } from './matching-data.ts'

if (!hasShared || !hasFieldCases) {
  console.log('bench/entities: the shared evaluation material is not beside this checkout; nothing to measure')
  process.exit(0)
}
const showWrong = process.argv.includes('--wrong')
// Of the 114 checks 100 can be estimated from the frozen run of logic-v2 on the same pairs of names.
const LOGIC_V2 = { n: 100, precision: 0.925, recall: 0.875, f1: 0.899, accuracy: 0.89 }
type Measured = Pick<ReturnType<typeof measures>, 'n' | 'precision' | 'recall' | 'f1' | 'accuracy'>
const line = (label: string, m: Measured) =>
  console.log(
    `${label.padEnd(34)} ${String(m.n).padStart(4)}  P ${m.precision.toFixed(3)}  R ${m.recall.toFixed(3)}  F1 ${m.f1.toFixed(3)}  accuracy ${m.accuracy.toFixed(3)}`,
  )

console.log(`${MATCHER_VERSION}, threshold 0.7\n\n== entity checks, with all properties`)
const scored = wholeChecks().map(check => ({ ...check, ...comparePair(check) }))
line('all', measures(scored))
line('logic-v2, where estimated', LOGIC_V2)
for (const schema of new Set(scored.map(s => s.schema))) line(schema, measures(scored.filter(s => s.schema === schema)))
if (showWrong)
  for (const s of scored.filter(each => each.score >= 0.7 !== each.match))
    console.log(
      `  ${s.match ? 'missed' : 'false '} ${s.score.toFixed(3)} ${s.schema} ${JSON.stringify(s.query)} | ${JSON.stringify(s.candidate)}`,
    )

console.log('\n== cases from the field, right of all')
const answered: (ReturnType<typeof matchingCases>[number] & { readonly faults: readonly string[] })[] = []
for (const c of matchingCases()) answered.push({ ...c, faults: await faultsOf(c) })
const count = (label: string, list: typeof answered) =>
  console.log(`${label.padEnd(34)} ${list.filter(c => c.faults.length === 0).length} of ${list.length}`)
for (const area of new Set(answered.map(c => c.area)))
  count(
    area,
    answered.filter(c => c.area === area),
  )
for (const confidence of ['stated', 'judged'])
  count(
    confidence,
    answered.filter(c => c.confidence === confidence),
  )
if (showWrong)
  for (const c of answered) if (c.faults.length > 0) console.log(`  ${c.area} ${c.id} (${c.confidence}): ${c.faults.join('; ')}`)
