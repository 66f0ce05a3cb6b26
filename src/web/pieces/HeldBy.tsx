import { Link } from 'wouter'
import { type AskedDay, entityHref } from '../ask/as-of.ts'
import { useWords } from '../language/words.ts'
import { Name } from './Name.tsx'

/** Whose listings are shown, where they are another's: a wallet or account is blocked with its holder. */
export function HeldBy({ party, asked }: { readonly party: { readonly id: string; readonly caption: string }; readonly asked: AskedDay }) {
  const words = useWords()
  return (
    <p className="hit-one">
      {words.screen.heldBy}{' '}
      <Link href={entityHref(party.id, asked)}>
        <Name text={party.caption} />
      </Link>
      {words.screen.heldListings}
    </p>
  )
}
