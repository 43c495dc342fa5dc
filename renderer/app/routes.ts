import type { Feature } from '#renderer/shell/feature.ts'
import { register } from '#renderer/shell/register.ts'

// Every feature that is built. A new one needs only its own `feature.ts`.
register(
  Object.values(
    import.meta.glob<Feature>('../features/*/feature.ts', { eager: true, import: 'feature' }),
  ),
)
