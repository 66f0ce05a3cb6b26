/** Who must act: the caller (bad input), nobody yet (not available), or we (a fault). */
export type Blame = 'caller' | 'unavailable' | 'fault'

type ErrorKind = { readonly blame: Blame; readonly message: string; readonly remedy: string }

/**
 * Every failure the product can report, by code: what happened, what to do, and who must do it.
 * `{name}` in a text is replaced by the detail of that name.
 */
export const ERRORS = {
  'version.unknown-source': {
    blame: 'caller',
    message: 'No source recognises {file}.',
    remedy: 'Name the source with --source; "wholists sources" lists them. Known formats are described in docs/sources.',
  },
  'version.not-this-source': {
    blame: 'caller',
    message: '{file} is not a file of {source}: {reason}.',
    remedy: 'Check where the file comes from, or leave --source out so that it is recognised from its content.',
  },
  'own.unmapped': {
    blame: 'caller',
    message: '{file} is a table, and nothing says what its columns hold.',
    remedy:
      'Save this as map.json, correct it, and import again with --mapping map.json; docs/own-lists.md tells its members, and later imports need it no more: {proposal}',
  },
  'own.unreadable': {
    blame: 'caller',
    message: '{file} is no list of your own that can be read: {reason}.',
    remedy: 'Give FollowTheMoney JSON lines, Senzing JSON, or a table or JSON file with --mapping: docs/own-lists.md.',
  },
  'version.undated': {
    blame: 'caller',
    message: '{file} states no day of publication, and none was given.',
    remedy: 'Give the day with --published YYYY-MM-DD, or put it in the file name.',
  },
  'version.incomplete': {
    blame: 'caller',
    message: 'The publication of {source} of {day} lacks its part {missing}.',
    remedy: 'Import the parts of one publication together.',
  },
  'version.refused': {
    blame: 'caller',
    message: '{file} was not taken in: {reason}.',
    remedy: 'The state before stays in force. Fetch the file again, or look at it by hand.',
  },
  'version.unknown': {
    blame: 'caller',
    message: 'There is no version {version}.',
    remedy: '"wholists sources" names the newest, "wholists changes --source" those that brought changes.',
  },
  'version.not-held': {
    blame: 'caller',
    message: 'The version {version} is not held.',
    remedy: '"wholists sources --held" lists what is.',
  },
  'source.unknown': {
    blame: 'caller',
    message: 'There is no source {source}.',
    remedy: '{near}"wholists sources" names all; a list of your own is called own-NAME.',
  },
  'input.invalid': { blame: 'caller', message: '{what}: expected {expected}, got {seen}.', remedy: 'Correct it and try again.' },
  'search.invalid': {
    blame: 'caller',
    message: 'Search error: {reason}',
    remedy: 'Put quotes around words with special characters, or search with simple=true.',
  },
  'input.missing-file': { blame: 'caller', message: 'There is no file or folder {path}.', remedy: 'Check the path.' },
  'entity.unknown': { blame: 'caller', message: 'There is no entity {id}.', remedy: 'Find it with "wholists screen NAME".' },
  'screening.unknown': {
    blame: 'caller',
    message: 'No screening is kept as {id}.',
    remedy: '"wholists screenings" lists those that are kept; one that was erased cannot be asked again.',
  },
  'instrument.unknown': {
    blame: 'caller',
    message: 'There is no instrument {id}.',
    remedy: 'Ids look like unscr-1267; "wholists instrument --find TEXT" searches titles and numbers.',
  },
  'authority.unknown': {
    blame: 'caller',
    message: 'There is no authority or jurisdiction {authority}.',
    remedy: 'Use an id of data/facts/authorities.json or a jurisdiction such as un, eu, us, gb, ru.',
  },
  'party.unknown': {
    blame: 'caller',
    message: 'No party is known as {party}.',
    remedy: 'Give an entity id, an id of the curated base, or an exact name.',
  },
  'party.ambiguous': { blame: 'caller', message: '{party} names several parties: {candidates}.', remedy: 'Give one of these ids.' },
  'data.locked': {
    blame: 'unavailable',
    message: 'The data folder {folder} is being written by process {pid} ({command}).',
    remedy: 'Wait until it is done, or stop it.',
  },
  'data.unusable': {
    blame: 'caller',
    message: 'The data folder {folder} cannot be written: {reason}.',
    remedy: 'Choose a folder of your own with WHOLISTS_DATA, or change its rights.',
  },
  'data.full': {
    blame: 'unavailable',
    message: 'There is no room left to write {path}.',
    remedy: 'Free some space and run it again; nothing was changed.',
  },
  'archive.missing': {
    blame: 'fault',
    message: 'The archive lacks the file {sha256}.',
    remedy: 'Import it again; its hash tells whether it is the same.',
  },
  'archive.damaged': {
    blame: 'fault',
    message: 'The archived file {path} no longer has the hash {sha256}.',
    remedy: 'Restore it from a copy, or import the file again after removing it.',
  },
  'data.newer': {
    blame: 'caller',
    message: 'The data folder was written by a newer WhoLists (schema {found}, this one knows {known}).',
    remedy: 'Use the newer version.',
  },
  'index.not-ready': { blame: 'unavailable', message: 'The search index is not built yet.', remedy: 'Wait until "/readyz" answers 200.' },
  'index.damaged': { blame: 'fault', message: 'The index file {path} is damaged: {reason}.', remedy: 'Run "wholists rebuild".' },
  'screening.failed': {
    blame: 'fault',
    message: 'The screening could not be carried out: {reason}. This says nothing about the name.',
    remedy: 'Try again; if it stays, report it with the log.',
  },
  overloaded: { blame: 'unavailable', message: 'Too many screenings are waiting ({waiting}).', remedy: 'Try again in {seconds} s.' },
  'server.port-taken': {
    blame: 'caller',
    message: 'Another program is listening on {host}:{port}.',
    remedy: 'Stop it, or choose another port with --port or WHOLISTS_PORT.',
  },
  'fetch.failed': { blame: 'unavailable', message: '{url} could not be fetched: {reason}.', remedy: 'The state before stays in force.' },
  'fetch.offline': {
    blame: 'unavailable',
    message: 'WhoLists is offline (WHOLISTS_OFFLINE=1), so nothing is fetched.',
    remedy: 'Unset WHOLISTS_OFFLINE, or import files.',
  },
  'required.missing': {
    blame: 'unavailable',
    message: 'A required source was not searched: {sources}.',
    remedy: 'Import or update it, or change WHOLISTS_REQUIRED.',
  },
  'config.invalid': { blame: 'caller', message: 'The setting {name} is {seen}; expected {expected}.', remedy: 'Correct it ({origin}).' },
} as const satisfies Record<string, ErrorKind>

/** A code of the registry. */
export type ErrorCode = keyof typeof ERRORS

/** A failure with its code; message and remedy come from the registry, HTTP status and exit code from its blame. */
export class WhoListsError extends Error {
  readonly code: ErrorCode
  readonly blame: Blame
  readonly remedy: string
  readonly details: Readonly<Record<string, string>>

  constructor(code: ErrorCode, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    const texts = Object.fromEntries(Object.entries(details).map(([k, v]) => [k, String(v)]))
    super(fill(ERRORS[code].message, texts), cause === undefined ? undefined : { cause })
    this.name = 'WhoListsError'
    this.code = code
    this.blame = ERRORS[code].blame
    this.remedy = fill(ERRORS[code].remedy, texts)
    this.details = texts
  }
}

const fill = (text: string, details: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => details[name] ?? whole)

/** Exit code of a failure: 2 where the caller must act, else 3. */
export const exitCode = (error: unknown) => (error instanceof WhoListsError && error.blame === 'caller' ? 2 : 3)

/** HTTP status of a failure: 404 for what is unknown, else 400, 503 or 500 by blame. */
export const httpStatus = (error: unknown) => {
  if (!(error instanceof WhoListsError)) return 500
  if (error.code.endsWith('.unknown')) return 404
  return { caller: 400, unavailable: 503, fault: 500 }[error.blame]
}
