/** Names of what a writer tells once: who they are, and the token that lets them write from another machine. */
type Told = 'reviewer' | 'token'

// The name lasts; the token goes when the tab is closed.
const storeOf = (what: Told): Storage => (what === 'token' ? sessionStorage : localStorage)

/** What this browser was told before; empty where it was told nothing or keeps nothing. */
export function told(what: Told): string {
  try {
    return storeOf(what).getItem(`wholists.${what}`) ?? ''
  } catch {
    return ''
  }
}

/** Keeps what was told: the name for the next visit, the token as long as the tab is open. */
export function tell(what: Told, value: string): void {
  try {
    storeOf(what).setItem(`wholists.${what}`, value)
  } catch {
    // Blocked storage: it has to be told again.
  }
}

/** The header that lets a request from another machine write; none where no token was told. */
export function ownerHeader(): Readonly<Record<string, string>> {
  const token = told('token')
  return token === '' ? {} : { authorization: `Bearer ${token}` }
}
