import { flag, isProblem, stop } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { jsonObjects, textAt } from '../rows/json-array.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'
import { type OlderSubject, olderKind, olderSubjects } from './older.ts'

type Json = Readonly<Record<string, unknown>>

const SUBJECT = 'sid status name aliases translit bd dd citizenships identifiers attributes'.split(' ')
const MEASURE = 'aid sid status term endDate decree restrictions reason reasons issuers'.split(' ')
const SUBJECT_KINDS: Readonly<Record<string, string>> = { persons: 'person', bodies: 'body' }
/** What the file of measures of one subject is called: `subjects-900001-actions.json`. */
const MEASURES_NAME = /subjects\W(\d+)\Wactions/i

/**
 * Answers of the register's interface, of now or of 2023 and 2024: subjects of the one kind or the other, or measures. Subjects do not say their kind:
 * the file's name does, or the numbers and attributes that stand at their head.
 */
export function recogniseRegister({ text, name }: FileHead): Recognised | undefined {
  const older = olderKind(text)
  if (older) return { source: 'ua-nsdc', part: older, rendition: 'json-2023' }
  if (!/^\ufeff?\s*\[\s*\{/.test(text)) return undefined
  if (text.includes('"aid"') && text.includes('"restrictions"')) return { source: 'ua-nsdc', part: 'measures', rendition: 'json' }
  if (!['"sid"', '"translit"', '"identifiers"'].every(member => text.includes(member))) return undefined
  const count = (words: RegExp) => text.match(words)?.length ?? 0
  const person = /individual|person/i.test(name)
    ? true
    : /legal|entit|bod/i.test(name)
      ? false
      : count(/"doc:|Місце народження|Зайнятість/gu) > count(/"reg:(?:odrn|edrpou|okpo)"|Місцезнаходження/gu)
  return { source: 'ua-nsdc', part: person ? 'persons' : 'bodies', rendition: 'json' }
}

/** Subjects under their number, each with its measures where a file tells them. */
export async function* readRegister(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  const missing = Object.keys(SUBJECT_KINDS).filter(part => !files.some(file => file.part === part))
  if (missing.length > 0) yield stop('part.missing', 'files', files.map(({ part }) => part).join(', '), missing.join(', '))
  else yield* uniqueRecords(subjects(files))
}

async function* subjects(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  const measures = new Map<string, Json[]>()
  for (const file of files.filter(({ part }) => part === 'measures')) {
    const own = MEASURES_NAME.exec(file.name)?.[1] ?? ''
    for await (const item of jsonObjects(file, { members: MEASURE })) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const { sid: _subject, ...measure } = item.object
      const sid = textAt(item.object, 'sid') || own
      if (sid === '') yield flag('measure.no-subject', item.field, textAt(item.object, 'aid'), 'sid, or a name subjects-SID-actions.json')
      else measures.set(sid, [...(measures.get(sid) ?? []), measure])
    }
  }
  for (const file of files.filter(({ part }) => part !== 'measures')) {
    if (file.rendition === 'json-2023') {
      for await (const item of olderSubjects(file)) yield isProblem(item) ? item : olderRecord(item, file.part)
      continue
    }
    for await (const item of jsonObjects(file, { members: SUBJECT })) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const { sid: _number, aliases, ...subject } = item.object
      const sid = textAt(item.object, 'sid')
      const value = { kind: SUBJECT_KINDS[file.part], ...subject, aliases: namesIn(aliases), measures: inOrder(measures.get(sid) ?? []) }
      measures.delete(sid)
      yield { key: sid, value, field: item.field }
    }
  }
  for (const sid of measures.keys()) yield flag('parts.differ', 'measures', sid, 'a subject of the register')
}

const namesIn = (aliases: unknown): unknown => (typeof aliases === 'string' ? aliases.split(/[;\n]\s*/) : aliases)

const olderRecord = ({ sid, subject, measures, field }: OlderSubject, part: string): Keyed => ({
  key: sid,
  value: { kind: SUBJECT_KINDS[part], ...subject, aliases: namesIn(subject['aliases']), measures: inOrder(measures) },
  field,
})

const inOrder = (measures: readonly Json[]) => measures.toSorted((a, b) => (textAt(a, 'aid') < textAt(b, 'aid') ? -1 : 1))
