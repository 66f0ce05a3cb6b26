export { recordId, splitRecordId } from './intern.ts'
export { openLedger } from './ledger.ts'
export * from './types.ts'
export { readVersionName, versionName } from './version-name.ts'
