/** Digits with a leading + where the number is international; undefined below five digits. */
export function cleanPhone(text: string, _country?: string): string | undefined {
  const international = /^\s*(\+|00)/.test(text)
  const digits = text.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^00/, '')
  if (digits.length < 5 || digits.length > 17) return undefined
  return international ? `+${digits}` : digits
}

/** The address with its domain in lower case; undefined where it is none. */
export function cleanEmail(text: string): string | undefined {
  const m = /^(?:mailto:)?([^\s@<>"]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)$/u.exec(text.trim().replace(/[;,.]$/, ''))
  return m ? `${m[1]}@${m[2]?.toLowerCase()}` : undefined
}

/** An absolute http or https address; a missing scheme is added. */
export function cleanUrl(text: string): string | undefined {
  const raw = text.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `http://${raw}`
  if (/\s/.test(raw) || !URL.canParse(withScheme)) return undefined
  const url = new URL(withScheme)
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined
}
