import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { employmentInputSchema, type EmploymentInput } from '#domain/employments/schema.ts'
import { client } from '#renderer/shell/client.ts'

interface Form {
  employmentId: string | null
  personId: string
  values: unknown
}

/** The form as it can be read now; undefined while a value is missing. */
function readable(values: unknown): EmploymentInput | undefined {
  const read = employmentInputSchema.safeParse(values)
  return read.success ? read.data : undefined
}

/** The paper as it would be and what stands before „Издай“; the last good one stays while typing. */
export function useEmploymentPreview({ employmentId, personId, values }: Form) {
  const input = readable(values)
  const asked = { employmentId, personId, input: input as EmploymentInput }
  const shared = {
    enabled: input !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  }
  const bytes = useQuery({
    ...shared,
    queryKey: ['employments', 'preview', employmentId, personId, input],
    queryFn: async ({ signal }) => {
      const file = await client.employments.preview(asked, { signal })
      return new Uint8Array(await file.arrayBuffer())
    },
  })
  const check = useQuery({
    ...shared,
    queryKey: ['employments', 'check', employmentId, personId, input],
    queryFn: ({ signal }) => client.employments.check(asked, { signal }),
  })
  return { bytes: bytes.data, check: check.data }
}
