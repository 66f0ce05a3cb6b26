import { type Cursor, flag } from '../../intake/index.ts'
import { type Day, type Designation, exactDay, isDay, type Problem } from '../../model/index.ts'
import { programmeOf } from './programmes.ts'

type Change = { readonly type: string; readonly day: Day | undefined; readonly field: string }
type Stretch = { readonly from?: Day; readonly to?: Day; readonly over: boolean; readonly field: string }

/** The stretches of a target on the list, by the dates of its modifications; they come in no sure order. */
function stretchesOf(target: Cursor, problems: Problem[]): readonly Stretch[] {
  const changes = target.children('modification').map((change): Change => {
    const type = change.takeLeaf('@modification-type') ?? { field: 'modification', text: '' }
    if (!['listed', 'amended', 'de-listed'].includes(type.text))
      problems.push(flag('modification.unknown', type.field, type.text, 'listed, amended or de-listed'))
    const [effective, published, enacted] = ['@effective-date', '@publication-date', '@enactment-date'].map(path => change.take(path))
    for (const path of ['added', 'removed']) change.skip(path)
    const day = [effective, published, enacted].find(text => text !== undefined && text !== '')
    if (day !== undefined && !isDay(day)) problems.push(flag('date.unreadable', type.field, day, 'a day'))
    return { type: type.text, day: day !== undefined && isDay(day) ? day : undefined, field: type.field }
  })
  const inOrder = changes
    .filter(({ type }) => type === 'listed' || type === 'de-listed')
    .toSorted((a, b) => compare(a.day ?? '', b.day ?? ''))
  const stretches: Stretch[] = []
  let open: Change | undefined
  for (const change of inOrder) {
    if (change.type === 'listed') open ??= change
    else {
      stretches.push({
        ...(open?.day ? { from: open.day } : {}),
        ...(change.day ? { to: change.day } : {}),
        over: true,
        field: change.field,
      })
      open = undefined
    }
  }
  if (open || stretches.length === 0)
    stretches.push({ ...(open?.day ? { from: open.day } : {}), over: false, field: open?.field ?? 'modification' })
  return stretches
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A designation for each programme and stretch. */
export function designationsOf(
  party: string,
  target: Cursor,
  grounds: string,
  problems: Problem[],
): readonly { readonly designation: Designation; readonly terrorism: boolean }[] {
  const stretches = stretchesOf(target, problems)
  const programmes = new Map<string, { name: string; sets: string[]; key: string; field: string }>()
  for (const set of target.children('programme')) {
    const id = set.take('@ssid')
    const key = set.takeLeaf('key')
    const name = set.take('name')
    const origin = set.take('origin')
    const words = set.take('set')
    if (!key) problems.push(flag('programme.unmapped', set.fieldOf('@ssid'), id, 'a set of sanctions of the file'))
    const programme = key?.text ?? `set ${id}`
    const known = programmes.get(programme) ?? { name, sets: [], key: programme, field: key?.field ?? set.fieldOf('@ssid') }
    known.sets.push([words, origin === '' ? '' : `origin ${origin}`].filter(Boolean).join(', '))
    programmes.set(programme, known)
  }
  if (programmes.size === 0) problems.push(flag('programme.unmapped', '@sanctions-set-id', '', 'a set of sanctions'))
  const all = programmes.size > 0 ? [...programmes.values()] : [{ name: '', sets: [], key: 'SECO', field: 'programme' }]
  return all.flatMap(({ name, sets, key, field }) =>
    stretches.map(({ from, to, over, field: changed }) => {
      const { list, instruments, terrorism } = programmeOf(name)
      const designation: Designation = {
        party,
        list,
        programme: key,
        status: over ? ('delisted' as const) : ('listed' as const),
        ...(from ? { from: exactDay(from) } : {}),
        ...(to ? { to: exactDay(to) } : {}),
        instruments,
        confidence: 'read' as const,
        ...(sets.length > 0 && sets[0] ? { note: sets.filter(Boolean).join('; ') } : {}),
        ...(grounds === '' ? {} : { grounds }),
        field: from ? changed : field,
      }
      return { designation, terrorism: terrorism ?? false }
    }),
  )
}
