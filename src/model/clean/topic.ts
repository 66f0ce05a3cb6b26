import { typeValues } from '../ftm.ts'

/** A FollowTheMoney topic; undefined where it is none. */
export function cleanTopic(text: string): string | undefined {
  const topic = text.trim().toLowerCase()
  return topic in typeValues('topic') ? topic : undefined
}
