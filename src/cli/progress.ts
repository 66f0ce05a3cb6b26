import { SingleBar } from 'cli-progress'
import type { Step, Terminal } from './product.ts'

/**
 * Shows how far a long command is: a bar on a terminal, a line now and then elsewhere.
 *
 * @returns `step` for each step, `stop` to take the bar away; both may be called at any time
 */
export function showProgress(terminal: Terminal): { readonly step: (step: Step) => void; readonly stop: () => void } {
  if (!terminal.interactive) return plainLines(terminal)
  let bar: SingleBar | null = null
  let title = ''
  const stop = () => {
    bar?.stop()
    bar = null
    title = ''
  }
  const step = (step: Step) => {
    const next = titleOf(step)
    if (next !== title) {
      stop()
      title = next
      bar = new SingleBar({
        format: step.total === null ? '{title}  {value}' : '{title}  {bar}  {value} of {total}',
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
        barsize: 24,
      })
      bar.start(step.total ?? step.done, step.done, { title })
    }
    bar?.setTotal(step.total ?? Math.max(step.done, 1))
    bar?.update(step.done, { title })
  }
  return { step, stop }
}

const titleOf = (step: Step) => (step.source ? `${step.source}: ${step.phase}` : step.phase)

function plainLines(terminal: Terminal) {
  let last = ''
  return {
    step(step: Step) {
      const title = titleOf(step)
      if (title !== last) terminal.err(title)
      last = title
    },
    stop() {},
  }
}
