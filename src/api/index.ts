export type * from './app-interface.ts'
export { openLog } from './log.ts'
export { openServer } from './open-server.ts'
export type { Server, ServerOptions } from './server.ts'
