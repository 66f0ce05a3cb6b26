import { Readable } from 'node:stream'
import type { Routes } from '../server.ts'
import { inForm } from '../yente/shapes.ts'

const BEAT_MS = 15_000

/** `GET /api/progress`: the progress of long tasks as server-sent events. */
export function progressRoutes({ server, app }: Routes): void {
  const open = new Set<Readable>()
  server.addHook('preClose', done => {
    for (const stream of open) stream.push(null)
    done()
  })
  server.get(
    '/api/progress',
    {
      schema: {
        tags: ['WhoLists'],
        summary: 'The progress of imports, as server-sent events',
        response: { 200: inForm('text/event-stream', 'An event a step.') },
      },
    },
    (_request, reply) => {
      const stream = new Readable({ read: () => undefined })
      open.add(stream)
      stream.push(': open\n\n')
      const stop = app.onProgress(progress => stream.push(`data: ${JSON.stringify(progress)}\n\n`))
      const beat = setInterval(() => stream.push(': still here\n\n'), BEAT_MS)
      stream.once('close', () => {
        open.delete(stream)
        clearInterval(beat)
        stop()
      })
      return reply.type('text/event-stream').header('cache-control', 'no-cache').send(stream)
    },
  )
}
