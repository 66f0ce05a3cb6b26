// What reads exports of OpenSanctions, for datasets that are known at run time.
export { looksLikeFtm } from '../ftm/read.ts'
export { parseEntity } from './parse.ts'
export { readEntities, recogniseExport } from './read.ts'
