import { useId, useState } from 'react'
import { tell, told } from '../ask/owner.ts'

/** Who may write, and the field for the token that lets somebody write from another machine. */
export function Owner({ what }: { readonly what: string }) {
  const id = useId()
  const [token, setToken] = useState(() => told('token'))
  const keep = (value: string) => {
    setToken(value)
    tell('token', value)
  }
  return (
    <>
      <p>
        {what} from the machine that serves these pages, and from elsewhere with the update token (<code>WHOLISTS_UPDATE_TOKEN</code>). A
        page of another site never may, and this server knows no accounts: the name given is taken as it stands.
      </p>
      <details className="why">
        <summary>Writing from another machine</summary>
        <div className="field">
          <label htmlFor={id}>Update token, forgotten with this tab</label>
          <input className="in" id={id} type="password" autoComplete="off" value={token} onChange={e => keep(e.target.value)} />
        </div>
      </details>
    </>
  )
}
