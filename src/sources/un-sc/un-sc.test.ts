import { sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({
  sources,
  folder: import.meta.dirname,
  real: ['un-sc'],
  spoil: text => text.replace('</REFERENCE_NUMBER>', '</REFERENCE_NUMBER><DELISTED_ON>2026-01-01</DELISTED_ON>'),
})
