import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { WhoListsError } from '../model/index.ts'

/** Answers with one JSON object a line, sent as they come. What fails on the way becomes the last line. */
export async function answerLines(reply: FastifyReply, objects: AsyncIterable<object>): Promise<FastifyReply> {
  const iterator = objects[Symbol.asyncIterator]()
  // A failure before the first line is still an ordinary error answer.
  const first = await iterator.next()
  return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(textOf(first, iterator), { objectMode: false }))
}

async function* textOf(first: IteratorResult<object, unknown>, rest: AsyncIterator<object>): AsyncGenerator<string> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield `${JSON.stringify(next.value)}\n`
  } catch (error) {
    yield `${JSON.stringify({ type: 'failure', ...failureShown(error) })}\n`
  } finally {
    await rest.return?.()
  }
}

/** A failure as a line: code, words and remedy; an unexpected one without its words. */
export function failureShown(error: unknown): { readonly code: string; readonly detail: string; readonly remedy: string } {
  if (error instanceof WhoListsError) return { code: error.code, detail: error.message, remedy: error.remedy }
  return {
    code: 'fault',
    detail: 'Something failed here. This says nothing about the name.',
    remedy: 'Try again; if it stays, report it with the log.',
  }
}

/** The lines of a text that are JSON objects; others are given back as faults with their number. */
export function* readLines(
  text: string,
): Generator<{ readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: string }> {
  let line = 0
  for (const part of text.split('\n')) {
    line++
    if (part.trim() === '') continue
    try {
      yield { line, value: JSON.parse(part) as unknown }
    } catch {
      yield { line, fault: 'not JSON' }
    }
  }
}
