import type { Choice } from '#forms/define-form.ts'

/** Whose practice a young person's issue is about. @source CM-3, M53, M71, M82 */
export const agencies: readonly Choice[] = [
  { id: 'social-services' },
  { id: 'health' },
  { id: 'education' },
  { id: 'youth-justice' },
  { id: 'housing' },
  { id: 'other' },
]
