import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { contractInputSchema, type ContractInput } from '#domain/contracts/schema.ts'
import { client } from '#renderer/shell/client.ts'

interface Form {
  contractId: string | null
  personId: string
  values: unknown
}

/** The form as it can be read now; undefined while a value is missing. */
function readable(values: unknown): ContractInput | undefined {
  const read = contractInputSchema.safeParse(values)
  return read.success ? read.data : undefined
}

/** The paper as it would be and what stands before „Издай“; the last good one stays while typing. */
export function useContractPreview({ contractId, personId, values }: Form) {
  const input = readable(values)
  const asked = { contractId, personId, input: input as ContractInput }
  const bytes = useQuery({
    queryKey: ['contracts', 'preview', contractId, personId, input],
    enabled: input !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const file = await client.contracts.preview(asked, { signal })
      return new Uint8Array(await file.arrayBuffer())
    },
  })
  const check = useQuery({
    queryKey: ['contracts', 'check', contractId, personId, input],
    enabled: input !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
    queryFn: ({ signal }) => client.contracts.check(asked, { signal }),
  })
  return { bytes: bytes.data, check: check.data }
}
