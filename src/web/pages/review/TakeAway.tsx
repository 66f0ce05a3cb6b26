import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId } from 'react'
import type { DecisionsTaken } from '../../answers.ts'
import { send } from '../../ask/api.ts'
import { useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'

/** All judgements as a file to take along, and the way to take such a file in. */
export function TakeAway() {
  const words = useWords()
  const client = useQueryClient()
  const id = useId()
  const take = useMutation({
    mutationFn: (text: string) => send<DecisionsTaken>('/api/identity/resolver', text),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['decisions'] }), client.invalidateQueries({ queryKey: ['proposals'] })]),
  })
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const { target } = event
    const text = await target.files?.[0]?.text()
    target.value = ''
    if (text) take.mutate(text)
  }
  const { data } = take
  return (
    <section>
      <h2>Take away, take in</h2>
      <p>
        <a href="/api/identity/resolver" download="resolver.ijson">
          Every judgement as a resolver file
        </a>
        , as OpenSanctions writes them. The matcher’s own joins are in it too.
      </p>
      <div className="field take-in">
        <label htmlFor={id}>Take in the decisions of such a file</label>
        <input id={id} type="file" accept=".ijson,.json,.jsonl,.ndjson,.txt" disabled={take.isPending} onChange={e => void choose(e)} />
      </div>
      <p role="status">
        {take.isPending ? 'Taking in …' : null}
        {data
          ? `${words.count(data.kept)} kept, ${words.count(data.known)} known already, ${words.count(data.unknown)} about records not held here.`
          : null}
        {data && data.broken.length > 0 ? ` Lines that could not be read: ${data.broken.map(b => b.line).join(', ')}.` : null}
      </p>
      {take.error ? <Failure error={take.error} again={() => take.reset()} /> : null}
    </section>
  )
}
