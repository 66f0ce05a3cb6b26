import type { FastifyReply } from 'fastify'
import type { Server } from './server.ts'

/** The routes of a server: pattern of the path, with the methods it takes. */
export type KnownRoutes = ReadonlyMap<string, { readonly pattern: RegExp; readonly methods: ReadonlySet<string> }>

/** The routes that are added from now on. */
export function noteRoutes(server: Server): KnownRoutes {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  server.addHook('onRoute', route => {
    if (route.url.includes('*')) return
    const known = routes.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() }
    for (const method of [route.method].flat()) known.methods.add(method)
    routes.set(route.url, known)
  })
  return routes
}

const patternOf = (url: string) =>
  new RegExp(
    `^${url
      .split('/')
      .map(part => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/')}/?$`,
  )

/** The methods that a path takes; none where no route has it. */
export function methodsOf(routes: KnownRoutes, path: string): readonly string[] {
  const methods = [...routes.values()].filter(r => r.pattern.test(path)).flatMap(r => [...r.methods])
  return [...new Set(methods)].sort()
}

/** Answers a request that no route takes: 405 where another method would be taken, else 404. */
export function answerUnknownRoute(methods: readonly string[], reply: FastifyReply): void {
  if (methods.length > 0) reply.code(405).header('allow', methods.join(', ')).send({ detail: 'Method Not Allowed' })
  else reply.code(404).send({ detail: 'Not Found' })
}
