/** A publisher as a document names it: by name, and by the host of its address. */
type Published = { readonly publisher: string | null; readonly url: string | null }

/**
 * Whether a document's whole text may be kept beside its claims; of others an excerpt and the address are.
 *
 * @param allowed names or hosts of publishers that allow it (`example.org` means its subdomains too); `*` for all
 */
export function mayKeepWhole({ publisher, url }: Published, allowed: readonly string[]): boolean {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null
  const name = publisher?.trim().toLowerCase() ?? null
  return allowed.some(entry => {
    const wanted = entry.trim().toLowerCase()
    return wanted === '*' || wanted === name || (host !== null && (host === wanted || host.endsWith(`.${wanted}`)))
  })
}
