import type { Sections } from './layout.ts'

/** The typed arrays of an index; what each holds is told where it is built, in `build-*.ts`. */
export type Columns = ReturnType<typeof columnsOf>

/** The sections of an index, each under the kind of array that it is. */
export function columnsOf(sections: Sections) {
  const u8 = (name: string) => sections[name] as Uint8Array
  const u32 = (name: string) => sections[name] as Uint32Array
  const f32 = (name: string) => sections[name] as Float32Array
  return {
    stringBytes: u8('stringBytes'),
    stringStarts: u32('stringStarts'),
    tokenText: u32('tokenText'),
    tokenSkeleton: u32('tokenSkeleton'),
    tokenSymbol: u32('tokenSymbol'),
    tokenScript: u32('tokenScript'),
    tokenOriginal: u32('tokenOriginal'),
    tokenKind: u8('tokenKind'),
    tokenCards: u8('tokenCards'),
    tokenRarity: f32('tokenRarity'),
    tokenWeight: f32('tokenWeight'),
    fuzzyStarts: u32('fuzzyStarts'),
    fuzzyEntries: u32('fuzzyEntries'),
    exactStarts: u32('exactStarts'),
    exactEntries: u32('exactEntries'),
    nameBytes: u8('nameBytes'),
    nameTextStarts: u32('nameTextStarts'),
    nameKind: u8('nameKind'),
    nameStarts: u32('nameStarts'),
    nameSlots: u32('nameSlots'),
    nameWeight: u8('nameWeight'),
    postingStarts: u32('postingStarts'),
    postings: u32('postings'),
    wholeStarts: u32('wholeStarts'),
    wholeEntries: u32('wholeEntries'),
    rowRecord: u32('rowRecord'),
    rowContent: u32('rowContent'),
    rowSince: u32('rowSince'),
    rowUntil: u32('rowUntil'),
    rowClass: u32('rowClass'),
    details: u32('details'),
    detailStarts: u32('detailStarts'),
    entries: u32('entries'),
    entryStarts: u32('entryStarts'),
    nameRowStarts: u32('nameRowStarts'),
    nameRows: u32('nameRows'),
    classes: u8('classes'),
    identifierStarts: u32('identifierStarts'),
    identifierEntries: u32('identifierEntries'),
    recordStarts: u32('recordStarts'),
    recordEntries: u32('recordEntries'),
  }
}
