import { styleText } from 'node:util'
import { exitCode, WhoListsError } from '../model/index.ts'
import type { Product, Step, Terminal } from './product.ts'
import { showProgress } from './progress.ts'

/** Opens the product, runs a command with it, closes it, and ends with the status the command gives. */
export async function withProduct(
  terminal: Terminal,
  options: { readonly write: boolean },
  run: (product: Product, progress: (step: Step) => void) => Promise<number>,
): Promise<void> {
  const progress = showProgress(terminal)
  const product = await terminal.open({ write: options.write, progress: progress.step })
  try {
    const status = await run(product, progress.step)
    progress.stop()
    terminal.end(status)
  } finally {
    progress.stop()
    await product.close()
  }
}

/** Tells a failure as a stranger can understand it: what happened, what to do, the code. */
export function failureText(error: unknown): string {
  if (error instanceof WhoListsError) return `${styleText('bold', error.message)}\n${error.remedy}\n${styleText('dim', error.code)}`
  if (error instanceof Error)
    return `${styleText('bold', `Something went wrong: ${error.message}`)}\nThis says nothing about any name. Please report it with this text:\n${error.stack ?? ''}`
  return `Something went wrong: ${String(error)}`
}

/** Runs a command line; failures are told on standard error, the exit status follows from their blame. */
export async function guarded(terminal: Terminal, run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    terminal.err(failureText(error))
    terminal.end(exitCode(error))
  }
}

/** Prints an answer: as JSON where that was asked for, else in words. */
export const printer =
  (terminal: Terminal) =>
  (json: boolean | undefined, answer: unknown, text: () => string): void =>
    terminal.out(json ? JSON.stringify(answer, null, 2) : text())
