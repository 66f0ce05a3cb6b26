/** Gives the reader a file made on this page. */
export function download(name: string, type: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** One row of a CSV file. A cell that a spreadsheet would run as a formula is disarmed by an apostrophe. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  const cell = (value: string | number | null) => {
    const raw = value === null ? '' : String(value)
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${cells.map(cell).join(',')}\r\n`
}
