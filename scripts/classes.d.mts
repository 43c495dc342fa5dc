export function typesOfClasses(): Promise<
  ReadonlyMap<string, { names: readonly string[]; text: string }>
>
