/**
 * Intake: bytes to rows and canonical trees. Readers stream, keep memory flat, and answer bad content with a problem, never
 * with an exception: whole-file faults are `stop` problems, after which a reader ends. Codes:
 *
 * | code | means |
 * |---|---|
 * | `download.empty`, `.html`, `.truncated`, `.not-xml`, `.not-html`, `.not-sheet`, `.not-pdf` | not the file it should be |
 * | `encoding.invalid`, `.unknown`, `.mismatch`, `.garbled` | bytes that are no text of the encoding declared (stop) |
 * | `encoding.suspect`, `encoding.differs` | control characters in text (flag); a mark that contradicts the declaration (note) |
 * | `xml.doctype`, `.malformed`, `.too-deep`, `.too-long`; `xml.stray-text` (flag) | XML that is refused |
 * | `csv.unclosed-quote`, `.stray-quote`, `.too-long`; `table.head-…`, `table.row-too-long` | tables of text |
 * | `json.malformed`, `.too-long`, `.too-deep`; `html.…`, `pdf.…`, `sheet.…` | the same of other forms |
 */
export { type Archive, type Kept, openArchive, sweepArchive } from './archive.ts'
export { type Body, type CanonicalOptions, canonical, toBody } from './canonical.ts'
export { type CsvOptions, firstRows, readCsv } from './csv.ts'
export { Cursor, leaves } from './cursor.ts'
export { decodeText, type EncodingHint } from './decode.ts'
export { createFetcher, type Fetcher, type FetcherOptions } from './fetch.ts'
export { type Fetched, type FetchLimits, type FetchNote, type FetchRequest, type Validators } from './fetch-types.ts'
export { endingOf, headOf, type OpenedFile, openFiles, type RefusedFile, type UnpackLimits } from './files.ts'
export { hasHeads, lettersOf, withHeads } from './heads.ts'
export { readHtml } from './html.ts'
export { readJson, readJsonLines } from './json.ts'
export { memoryFile } from './memory-file.ts'
export { readPdf } from './pdf.ts'
export { createPoster, type Posted, type Poster, type PosterOptions } from './post.ts'
export { flag, isProblem, note, stop } from './problems.ts'
export { readSheet } from './sheet.ts'
export { peekSheet, type SheetPeek } from './sheet-peek.ts'
export type { HeadedRow, JsonLine, Leaf, Row, SheetRow, XmlElement, XmlItem } from './types.ts'
export { readXml, textOf, type XmlOptions } from './xml.ts'
