import { setTimeout as wait } from 'node:timers/promises'
import { type AllowPrivate, refusalOf } from './fetch-address.ts'
import { type FetchAgent, openAgent } from './fetch-agent.ts'
import { faultOf } from './fetch-fault.ts'
import { FETCH_LIMITS, type FetchFault } from './fetch-types.ts'

/** What a poster is made of. */
export type PosterOptions = {
  /** Private addresses that may be posted to, and plain http to them: all, none, or these as `host:port`. */
  readonly allowPrivate: AllowPrivate
  readonly userAgent: string
  /** 0 to 1, for the jitter of waiting. */
  readonly random: () => number
  readonly attempts?: number
  readonly backoffMs?: number
  readonly timeoutMs?: number
  /** Waits; for tests. */
  readonly sleep?: (ms: number) => Promise<unknown>
}

/** What became of a post. `passing`: another attempt later may do better. */
export type Posted = { readonly taken: true } | { readonly taken: false; readonly reason: string; readonly passing: boolean }

/** Posts to receivers by the rules that hold for fetching. */
export type Poster = {
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Posted>
  close(): Promise<void>
}

/**
 * A poster of JSON: it keeps away from private addresses, asks for an encrypted connection, follows no redirect, bounds the time,
 * and tries again after a growing wait where a receiver is only busy.
 */
export function createPoster(options: PosterOptions): Poster {
  const { attempts = 3, backoffMs = 1000, timeoutMs = 15_000, sleep = wait } = options
  const limits = { ...FETCH_LIMITS, connectTimeoutMs: timeoutMs, headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs }
  let opening: Promise<FetchAgent> | undefined
  return {
    async post(url, body, headers) {
      const address = URL.parse(url)
      const refusal = address ? refusalOf(address, address, { allowPrivate: options.allowPrivate, hosts: [] }) : 'it is no address'
      if (refusal !== undefined || !address) return { taken: false, reason: refusal ?? '', passing: false }
      opening ??= openAgent(options.allowPrivate, limits)
      const agent = await opening
      let last: Posted = { taken: false, reason: 'no attempt was made', passing: true }
      for (let attempt = 1; attempt <= attempts; attempt++) {
        last = await once(agent, address, { body, timeoutMs, headers: { ...headers, 'user-agent': options.userAgent } })
        if (last.taken || !last.passing) return last
        if (attempt < attempts) await sleep(backoffMs * 2 ** (attempt - 1) * (0.5 + options.random()))
      }
      return last
    },
    close: async () => (await opening)?.agent.destroy(),
  }
}

type Message = { readonly body: string; readonly headers: Readonly<Record<string, string>>; readonly timeoutMs: number }

async function once({ agent, request }: FetchAgent, url: URL, { body, headers, timeoutMs }: Message): Promise<Posted> {
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await request(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      dispatcher: agent,
      signal: deadline,
    })
    await answer.body.dump()
    const { statusCode } = answer
    if (statusCode >= 200 && statusCode < 300) return { taken: true }
    return {
      taken: false,
      reason: `the receiver answered ${statusCode}`,
      passing: statusCode === 408 || statusCode === 429 || statusCode >= 500,
    }
  } catch (error) {
    const { reason, passing }: FetchFault = faultOf(error, deadline, undefined)
    // Slow today may be quick tomorrow.
    return { taken: false, reason, passing: passing || deadline.aborted }
  }
}
