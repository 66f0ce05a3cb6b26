import { HttpRefusal } from '../errors.ts'
import { isToken } from '../owner.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors } from './shapes.ts'

const Status = Type.Object({ status: Type.Literal('ok') })

/** `/healthz`, `/readyz`, `/updatez`. */
export function systemRoutes({ server, app, options }: Routes): void {
  const tags = ['System']
  server.get('/healthz', { schema: { tags, summary: 'The server runs', response: { 200: Status } } }, async () => ({ status: 'ok' }))
  server.get('/readyz', { schema: { tags, summary: 'Questions can be answered', response: { 200: Status, ...errors(503) } } }, async () => {
    const { ready, reason, missing } = await app.readiness()
    if (!ready) throw new HttpRefusal(503, 'Index not ready.', { reason, missing })
    return { status: 'ok' }
  })
  server.post(
    '/updatez',
    {
      schema: {
        tags,
        summary: 'Fetch and index everything anew',
        querystring: Type.Object({
          token: Type.String({ description: 'The token of WHOLISTS_UPDATE_TOKEN.', default: '' }),
          sync: Type.Boolean({ description: 'Answer only when it is done.', default: false }),
        }),
        response: { 200: Status, ...errors(403, 422) },
      },
    },
    async request => {
      if (!isToken(request.query.token, options.updateToken)) throw new HttpRefusal(403, 'Invalid token.')
      const done = app.update({ sources: [], force: true })
      if (request.query.sync) await done
      else done.catch((error: unknown) => request.log.error({ err: error }, 'update failed'))
      return { status: 'ok' }
    },
  )
}
