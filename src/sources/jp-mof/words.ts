import { type PartialDate, partialDate, readDates } from '../../model/index.ts'
import { datesIn } from '../rows/dates.ts'
import { itemsIn } from '../rows/items.ts'

/** The names in a cell, each with its language where its script tells, and remarks in brackets that are no names. */
export type CellNames = { readonly names: readonly { readonly text: string; readonly lang?: 'ja' }[]; readonly notes: readonly string[] }

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const LATIN = /\p{Script=Latin}/u
/** Years, birth, forged papers, call signs: brackets that say something about a name. */
const REMARK = /\d{4}年|\d{4}\)|生まれ|出生|旅券|時点|コールサイン|参加時|偽造|born/iu
/** The mark of a counted name, which may stand alone on its line. */
const COUNTED = /^\s*\(?[a-z]\)\s*/
const LEGAL = /^\s*(?:ltd|inc|llc|co|corp|s\.?a|limited|jr|sr)\b/iu

/**
 * The names of a cell: `(a)…(b)… (a.k.a.: (a)… (b)…)`, `(a)カナ（Latin）、(b)…`, Japanese and Latin names on lines of their
 * own, and `NAME (original script: …)`.
 */
export function namesIn(cell: string): CellNames {
  const text = cell.normalize('NFKC').replace(/､/gu, '、')
  const names: { text: string; lang?: 'ja' }[] = []
  const notes: string[] = []
  const add = (name: string): void => {
    const plain = name.replace(/^\s*a\.?k\.?a\.?\s*:?\s/iu, '').replace(/^[\s、,.;「『“”"]+|[\s、,;」』“”"]+$/gu, '')
    if (plain === '' || /^不明$/u.test(plain)) return
    names.push(JAPANESE.test(plain) ? { text: plain, lang: 'ja' } : { text: plain })
  }
  for (const part of partsOf(text)) {
    const items = itemsIn(part)
    for (const item of items) {
      // Counted names have commas of their own: `(a) Sample, Omar`.
      for (const one of items.length > 1 || COUNTED.test(part) ? [item.replace(COUNTED, '')] : splitList(unwrapped(item))) {
        const { outer, brackets } = bracketsOf(one.replace(/[、,\s]+$/u, ''))
        const own = brackets.filter(inner => !REMARK.test(inner))
        notes.push(...brackets.filter(inner => REMARK.test(inner)))
        const otherScript = own.filter(inner => (JAPANESE.test(outer) ? LATIN.test(inner) && !JAPANESE.test(inner) : !LATIN.test(inner)))
        add(
          otherScript.length === own.length
            ? outer
            : [outer, ...own.filter(inner => !otherScript.includes(inner)).map(inner => `(${inner})`)].join(' '),
        )
        for (const inner of otherScript) add(inner)
      }
    }
  }
  return { names, notes }
}

// What stands in `(a.k.a.: …)` and `(original script: …)` comes apart from what stands before it; lines part the rest.
function partsOf(text: string): readonly string[] {
  const aka = /\(\s*(?:a\.?\s*k\.?\s*a\.?|original\s+script)\s*:?\s*([\s\S]*?)\)?\s*$/iu.exec(text)
  if (aka && aka.index >= 0)
    return [...partsOf(text.slice(0, aka.index)), (aka[1] ?? '').replace(/(?<=\S)\)\s*$/u, m => (balanced(aka[1] ?? '') ? m : ''))]
  return text.split('\n').filter(line => line.trim() !== '')
}

// `（別称、…）`: one bracket round all names.
const unwrapped = (item: string) => (/^\(([^()]*)\)$/u.exec(item)?.[1] ?? item).replace(/^(?:別称|旧称|別名)\s*[、:]\s*/u, '')

const balanced = (text: string) => text.split('(').length === text.split(')').length

function splitList(item: string): readonly string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let i = 0; i < item.length; i++) {
    const c = item[i]
    if (c === '(') depth++
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (c === '、' || (c === ',' && !LEGAL.test(item.slice(i + 1)) && LATIN.test(item)))) {
      parts.push(item.slice(from, i))
      from = i + 1
    }
  }
  return [...parts, item.slice(from)]
}

function bracketsOf(text: string): { readonly outer: string; readonly brackets: readonly string[] } {
  const brackets: string[] = []
  let outer = text
  for (let found = lastBracket(outer); found; found = lastBracket(outer)) {
    brackets.unshift(found.inner)
    outer = found.before
  }
  return { outer, brackets }
}

function lastBracket(text: string): { readonly before: string; readonly inner: string } | undefined {
  const found = /^(.*\S)\s*\(((?:[^()]|\([^()]*\))*)\)\s*$/su.exec(text)
  return found?.[1] && found[2] ? { before: found[1], inner: found[2] } : undefined
}

/** The dates of a cell in Japanese print: `(a)1955年-1958年頃`, `1965年又は1966年`, `1984年から1986年までの間`, a serial number of the workbook. */
export function japaneseDates(cell: string): ReturnType<typeof datesIn> {
  const text = cell.normalize('NFKC').trim()
  const serial = serialDay(text)
  if (serial) return { dates: [serial], notes: [], unread: [], oddities: [] }
  const plain = text
    .replace(/(?:おおよそ|およそ|約)\s*/gu, 'circa ')
    .replace(/(\d{4})年\s*から\s*(\d{4})年\s*(?:まで)?(?:の間)?/gu, '$1 to $2')
    .replace(/(\d{4})年\s*[-–~〜～]\s*(\d{4})年/gu, '$1 to $2')
    .replace(/\s*(?:又は|または|もしくは|若しくは)\s*/gu, '; ')
    .replace(/(\d{4})年\s*(?=頃|ごろ|$|[;,、\n(])/gu, '$1')
    .replace(/(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)/gu, '')
    .replace(/生(?:まれ)?(?=$|[\s;])/gu, '')
  return datesIn(plain)
}

/** The day that a serial number of a workbook stands for, between 1910 and 2063; undefined where the text is none. */
export function serialDay(text: string): PartialDate | undefined {
  if (!/^\d{4,5}$/.test(text) || Number(text) < 3_654 || Number(text) > 59_999 || (text.length === 4 && Number(text) < 3_000))
    return undefined
  const day = new Date((Number(text) - 25_569) * 86_400_000)
  return partialDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), text)
}

/** The days in a cell of notices: the first of listing, those of changes, and that of removal. */
export type Notices = {
  readonly listed?: PartialDate
  readonly changed: readonly PartialDate[]
  readonly removed?: PartialDate
  readonly unread: readonly string[]
}

/** Reads `2001.9.22 2008.6.25改訂 2012.3.27改訂` and `2011.11.18削除（9．と同一人物）`. */
export function noticesIn(cell: string): Notices {
  const changed: PartialDate[] = []
  const unread: string[] = []
  let [listed, removed]: [PartialDate | undefined, PartialDate | undefined] = [undefined, undefined]
  for (const line of cell.normalize('NFKC').split('\n')) {
    const found = /^(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})\s*(改訂|改正|修正|削除)?\s*(.*)$/u.exec(line.trim())
    const date = found ? partialDate(Number(found[1]), Number(found[2]), Number(found[3]), line.trim()) : readDates(line)[0]
    if (!date) {
      if (!/^\(.*同一.*\)$/u.test(line.trim())) unread.push(line.trim())
    } else if (found?.[4] === '削除') removed = date
    else if (found?.[4]) changed.push(date)
    else listed ??= date
  }
  return { changed, unread, ...(listed ? { listed } : {}), ...(removed ? { removed } : {}) }
}
