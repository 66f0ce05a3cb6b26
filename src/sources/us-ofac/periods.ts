import { isDay, type PartialDate } from '../../model/index.ts'

/**
 * One date from a period that runs from the first to the last of these days: a whole year or month is that year or month,
 * because its bounds are its first and last day. Undefined where no day is given; one bound alone stands for both.
 *
 * ```
 * 1960-01-01 … 1960-12-31   1960          1958-01-01 … 1960-12-31   1958/1960
 * 1971-03-01 … 1971-03-31   1971-03       1951-02-09 … 1951-02-09   1951-02-09
 * ```
 */
export function periodOf(days: readonly string[], approximate: boolean, text: string): PartialDate | undefined {
  const known = days.filter(isDay).sort()
  const [earliest, latest] = [known[0], known.at(-1)]
  if (earliest === undefined || latest === undefined) return undefined
  return { earliest, latest, approximate, text: text === '' ? wordsOf(earliest, latest, approximate) : text }
}

const wordsOf = (earliest: string, latest: string, approximate: boolean) =>
  `${approximate ? 'circa ' : ''}${earliest === latest ? earliest : `${earliest} to ${latest}`}`
