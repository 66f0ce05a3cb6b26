/** Labels of a sample. */
export type Labels = Readonly<Record<string, string>>

/** One figure at the time of reading. */
export type Sample = { readonly labels: Labels; readonly value: number }

/** A family of figures as Prometheus reads it. */
export type Family = {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge'
  readonly samples: readonly Sample[]
}

/** Durations counted by bounds and labels. */
export type Histogram = {
  observe(labels: Labels, seconds: number): void
  text(): string
}

/** Figures in Prometheus' text form, version 0.0.4. */
export const FORMAT = 'text/plain; version=0.0.4; charset=utf-8'

const escapedHelp = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
const escapedValue = (text: string) => escapedHelp(text).replaceAll('"', '\\"')
const labelText = (labels: Labels) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedValue(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
const head = (name: string, help: string, type: string) => `# HELP ${name} ${escapedHelp(help)}\n# TYPE ${name} ${type}\n`

/** A family as text. */
export const familyText = ({ name, help, type, samples }: Family): string =>
  head(name, help, type) + samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}\n`).join('')

/** A histogram with these upper bounds, in seconds, ascending. */
export function histogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number; count: number }>()
  return {
    observe(labels, seconds) {
      const key = Object.values(labels).join('\u0000')
      let one = series.get(key)
      if (!one) {
        one = { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }
        series.set(key, one)
      }
      one.sum += seconds
      one.count += 1
      const bucket = bounds.findIndex(bound => seconds <= bound)
      if (bucket >= 0) one.counts[bucket] = (one.counts[bucket] ?? 0) + 1
    },
    text() {
      const lines = [...series.values()].map(({ labels, counts, sum, count }) => {
        let below = 0
        const buckets = bounds.map((bound, i) => {
          below += counts[i] ?? 0
          return `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${below}\n`
        })
        return `${buckets.join('')}${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}\n${name}_sum${labelText(labels)} ${sum}\n${name}_count${labelText(labels)} ${count}\n`
      })
      return head(name, help, 'histogram') + lines.join('')
    },
  }
}
