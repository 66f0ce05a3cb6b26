export { WhoListsError } from '../../src/model/index.ts'
export type { EntityJson, ScreenResult } from '../../src/questions/index.ts'
