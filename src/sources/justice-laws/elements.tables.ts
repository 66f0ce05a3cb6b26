/** Elements of consolidated regulations, as Justice Laws writes them. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  [
    'AmendedText Amendment AmendmentCitation AmendmentDate Body Caption ConsolidationDate DD Date DefinedTermEn DefinedTermFr Definition DefinitionRef Emphasis EnablingAuthority Footnote FootnoteRef Heading HistoricalNote HistoricalNoteSubItem Identification InstrumentNumber Item Label Language LastAmendedDate List LongTitle MM MarginalNote Order OrderNumber OriginatingRef Paragraph Provision RecentAmendments RegistrationDate Regulation RegulationMaker RegulationMakerOrder RegulationPiece RelatedOrNotInForce Repealed Schedule ScheduleFormHeading Section SectionPiece Subparagraph Subsection Sup TableGroup Text TitleText XRefExternal XRefInternal YYYY colspec entry row table tbody tgroup thead title',
  ].flatMap(line => line.split(' ')),
)
