const PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/**
 * The trace context to answer with (W3C): the caller's trace goes on under a span of our own; without one a trace begins.
 *
 * @param random gives that many random bytes in hexadecimal
 */
export function traceContext(
  parent: string | undefined,
  state: string | undefined,
  random: (bytes: number) => string,
): { readonly traceparent: string; readonly tracestate: string } {
  const given = PARENT.exec(parent?.trim().toLowerCase() ?? '')
  const known = given && !/^0+$/.test(given[1] ?? '') && !/^0+$/.test(given[2] ?? '') ? given : undefined
  const span = random(8)
  const others = known
    ? (state ?? '')
        .split(',')
        .map(s => s.trim())
        .filter(s => s !== '' && !s.startsWith('wholists='))
    : []
  return {
    traceparent: `00-${known?.[1] ?? random(16)}-${span}-${known?.[3] ?? '00'}`,
    tracestate: [`wholists=${span}`, ...others.slice(0, 31)].join(','),
  }
}

const BULK_BYTES = 1024

/** The same randomness, drawn from the source in larger lots: a draw costs more than what is drawn. */
export function inBulk(random: (bytes: number) => string): (bytes: number) => string {
  let lot = ''
  let at = 0
  return bytes => {
    if (at + bytes * 2 > lot.length) {
      lot = random(BULK_BYTES)
      at = 0
    }
    at += bytes * 2
    return lot.slice(at - bytes * 2, at)
  }
}
