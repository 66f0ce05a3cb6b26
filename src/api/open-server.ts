import swagger from '@fastify/swagger'
import type { App } from './app-interface.ts'
import { openApiSettings } from './openapi.ts'
import { bareServer, type Server, type ServerOptions } from './server.ts'
import { algorithmRoutes } from './yente/algorithms.ts'
import { catalogRoutes } from './yente/catalog.ts'
import { entityRoutes } from './yente/entities.ts'
import { matchRoutes } from './yente/match.ts'
import { searchRoutes } from './yente/search.ts'
import { SHARED_SHAPES } from './yente/shapes.ts'
import { statementRoutes } from './yente/statements.ts'
import { systemRoutes } from './yente/system.ts'

const GROUPS = [matchRoutes, searchRoutes, entityRoutes, statementRoutes, catalogRoutes, algorithmRoutes, systemRoutes]

/**
 * A server with all routes, ready to listen: `await server.listen({ host, port })`. `close()` ends what runs, then stops.
 *
 * @param app answers the questions
 */
export async function openServer(app: App, options: ServerOptions): Promise<Server> {
  const server = bareServer(options)
  await server.register(swagger, openApiSettings(options))
  for (const shape of SHARED_SHAPES) server.addSchema(shape)
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  for (const group of GROUPS) group({ server, app, options })
  await server.ready()
  return server
}
