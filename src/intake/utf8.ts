/** Follows bytes piece by piece and knows whether they are UTF-8 so far, where not, and how many characters took several bytes. */
export class Utf8Check {
  /** Bytes seen. */
  offset = 0
  /** Offset of the first byte that cannot stand in UTF-8; null while all can. */
  invalidAt: number | null = null
  multibyte = 0
  private needed = 0
  private low = 0x80
  private high = 0xbf

  /** True where no character is left unfinished. */
  get complete(): boolean {
    return this.needed === 0
  }

  feed(bytes: Uint8Array): void {
    if (this.invalidAt !== null) return void (this.offset += bytes.length)
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0
      if (this.needed === 0 && byte < 0x80) continue
      if (!this.step(byte)) {
        this.invalidAt = this.offset + i
        break
      }
    }
    this.offset += bytes.length
  }

  private step(byte: number): boolean {
    if (this.needed > 0) {
      if (byte < this.low || byte > this.high) return false
      this.low = 0x80
      this.high = 0xbf
      this.needed--
      if (this.needed === 0) this.multibyte++
      return true
    }
    if (byte < 0xc2 || byte > 0xf4) return false
    this.needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
    // Over-long forms, surrogates and code points beyond U+10FFFF are no UTF-8 (RFC 3629).
    if (byte === 0xe0) this.low = 0xa0
    else if (byte === 0xed) this.high = 0x9f
    else if (byte === 0xf0) this.low = 0x90
    else if (byte === 0xf4) this.high = 0x8f
    return true
  }
}
