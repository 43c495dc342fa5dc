import type {
  ProviderFacts,
  RepresentativeFacts,
  RepresentativeQuality,
  SigningFacts,
  SigningMode,
} from '#domain/papers/parties.ts'
import type { Problem } from '#domain/problems/schema.ts'

/** Who puts a name under the paper, and as what. */
export type SignatureRole =
  | 'mayor'
  | 'authorised'
  | 'chiefAccountant'
  | 'headOfService'
  | 'approver'
  | 'coordinator'
  | 'preparedBy'
  | 'caseManager'
  | 'teamMember'
  | 'person'
  | 'parentFor'
  | 'guardianFor'
  | 'curatorWith'
  | 'proxyFor'
  | 'thumbprint'
  | 'witness'

/** One signature: who, as what, for whom. Each has its own date line, filled in by hand. */
export interface SignatureSlot {
  role: SignatureRole
  /** Empty: printed as a dotted line. */
  name: string
  position?: string
  /** „заповед № … / …“ of an authorised person. */
  authorisation?: { number: string; date: string }
  /** For whom a representative signs. */
  forName?: string
  /** What entitles the representative. */
  document?: RepresentativeFacts['document']
  /** Witnesses are told apart by their number and known by their ЕГН. */
  witnessNumber?: number
  identifier?: string
}

/** The signatures of the municipality's side, in the order they stand. */
export function providerSlots(provider: ProviderFacts): SignatureSlot[] {
  const { signatory, chiefAccountant } = provider
  const first: SignatureSlot = {
    role: signatory.authorisation === null ? 'mayor' : 'authorised',
    name: signatory.name,
    position: signatory.position,
    ...(signatory.authorisation === null ? {} : { authorisation: signatory.authorisation }),
  }
  return chiefAccountant === null
    ? [first]
    : [first, { role: 'chiefAccountant', name: chiefAccountant }]
}

/** The signatures of the person's side, in the order they stand. */
export function personSlots(
  personName: string,
  representative: RepresentativeFacts | null,
  signing: SigningFacts,
): SignatureSlot[] {
  const person: SignatureSlot = { role: 'person', name: personName }
  const by = (role: SignatureRole): SignatureSlot => ({
    role,
    name: representative?.fullName ?? '',
    forName: personName,
    ...(representative?.document ? { document: representative.document } : {}),
  })
  switch (signing.mode) {
    case 'person':
      return [person]
    case 'guardianFor':
      return [by(representative?.quality === 'parent' ? 'parentFor' : 'guardianFor')]
    case 'curatorWith':
      return [person, by('curatorWith')]
    case 'proxyFor':
      return [by('proxyFor')]
    case 'thumbprint': {
      const witness = (index: number): SignatureSlot => ({
        role: 'witness',
        witnessNumber: index + 1,
        name: signing.witnesses[index]?.fullName ?? '',
        identifier: signing.witnesses[index]?.identifier ?? '',
      })
      const withCurator =
        representative?.quality === 'curator' || representative?.quality === 'parent'
      return [
        { ...person, role: 'thumbprint' },
        ...(withCurator ? [by('curatorWith')] : []),
        witness(0),
        witness(1),
      ]
    }
  }
}

/** Whether the signature block can be printed: the representative the mode speaks of is there. */
export function signingProblems(
  representative: RepresentativeFacts | null,
  signing: SigningFacts,
): Problem[] {
  const needed: Record<SigningMode, readonly RepresentativeQuality[] | null> = {
    person: null,
    thumbprint: null,
    guardianFor: ['guardian', 'parent'],
    curatorWith: ['curator', 'parent'],
    proxyFor: ['proxy'],
  }
  const allowed = needed[signing.mode]
  if (allowed === null) return []
  if (representative === null) return [{ code: 'representativeMissing', path: ['representative'] }]
  if (!allowed.includes(representative.quality))
    return [{ code: 'representativeDoesNotFit', path: ['representative', 'quality'] }]
  // A parent is known by the birth certificate, which the office does not keep.
  if (representative.quality !== 'parent' && representative.document === null)
    return [{ code: 'representativeDocumentMissing', path: ['representative', 'document'] }]
  return []
}
