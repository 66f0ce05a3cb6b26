import { useEffect } from 'react'

/** Sets the title of the window to a page's own, with the product's name after it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title}: WhoLists`
  }, [title])
}
