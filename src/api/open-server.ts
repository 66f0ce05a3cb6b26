import swagger from '@fastify/swagger'
import type { App } from './app-interface.ts'
import { docsRoutes } from './docs/routes.ts'
import { metricRoutes } from './metrics.ts'
import { answerUnknownRoute, methodsOf } from './no-route.ts'
import { openApiSettings } from './openapi.ts'
import { changeRoutes } from './own/changes.ts'
import { ownEntityRoutes } from './own/entities.ts'
import { followRoutes } from './own/follows.ts'
import { identityRoutes } from './own/identity.ts'
import { lawRoutes } from './own/law.ts'
import { newsRoutes } from './own/news.ts'
import { progressRoutes } from './own/progress.ts'
import { screenRoutes } from './own/screen.ts'
import { fileRoutes } from './own/screen-file.ts'
import { sourceRoutes } from './own/sources.ts'
import { servePages } from './pages.ts'
import { reconcileRoutes } from './reconcile/routes.ts'
import { bareServer, type Routes, type Server, type ServerOptions } from './server.ts'
import { algorithmRoutes } from './yente/algorithms.ts'
import { catalogRoutes } from './yente/catalog.ts'
import { entityRoutes } from './yente/entities.ts'
import { matchRoutes } from './yente/match.ts'
import { searchRoutes } from './yente/search.ts'
import { SHARED_SHAPES } from './yente/shapes.ts'
import { statementRoutes } from './yente/statements.ts'
import { systemRoutes } from './yente/system.ts'

const GROUPS: readonly ((routes: Routes) => void | Promise<void>)[] = [
  matchRoutes,
  searchRoutes,
  entityRoutes,
  statementRoutes,
  catalogRoutes,
  algorithmRoutes,
  reconcileRoutes,
  systemRoutes,
  screenRoutes,
  fileRoutes,
  ownEntityRoutes,
  sourceRoutes,
  lawRoutes,
  changeRoutes,
  identityRoutes,
  followRoutes,
  newsRoutes,
  progressRoutes,
  metricRoutes,
  docsRoutes,
]

/**
 * A server with all routes, ready to listen: `await server.listen({ host, port })`. `close()` ends what runs, then stops.
 *
 * @param app answers the questions
 */
export async function openServer(app: App, options: ServerOptions): Promise<Server> {
  const { server, routes } = bareServer(options)
  await server.register(swagger, openApiSettings(options))
  for (const shape of SHARED_SHAPES) server.addSchema(shape)
  for (const group of GROUPS) await group({ server, app, options })
  const pages = await servePages(server, options.pages)
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(routes, (request.raw.url ?? '').split('?', 1)[0] ?? '')
    if (methods.length > 0 || !pages(request, reply)) answerUnknownRoute(methods, reply)
  })
  await server.ready()
  return server
}
