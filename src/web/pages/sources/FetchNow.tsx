import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '../../ask/api.ts'
import { Failure } from '../../pieces/Failure.tsx'

/** Asks the publishers for what is new; how far that is stands above the table. */
export function FetchNow() {
  const client = useQueryClient()
  const fetchAll = useMutation({
    mutationFn: () => send('/api/sources/update', { sources: [] }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sources'] }),
  })
  return (
    <>
      <button className="lk" type="button" disabled={fetchAll.isPending} onClick={() => fetchAll.mutate()}>
        Fetch now
      </button>
      <span className="quiet" role="status">
        {fetchAll.isSuccess ? 'The publishers are asked; an installation that is set offline fetches nothing.' : null}
      </span>
      {fetchAll.error ? <Failure error={fetchAll.error} again={() => fetchAll.reset()} /> : null}
    </>
  )
}
