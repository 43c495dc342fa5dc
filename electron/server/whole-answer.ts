import type { StandardHandleResult } from '@orpc/server/standard'

/**
 * A paper is answered as a form of several parts, and Node writes such a form piece by piece: when
 * the page goes away in the middle – log-out, closed tab – its writer throws where nobody can catch
 * it and the office would stop. So the whole answer is put together before its first byte leaves.
 */
export async function wholeAnswer({
  next,
}: {
  next: () => Promise<StandardHandleResult>
}): Promise<StandardHandleResult> {
  const result = await next()
  if (!result.matched || !(result.response.body instanceof FormData)) return result
  const form = new Response(result.response.body)
  const bytes = new Uint8Array(await form.arrayBuffer())
  return {
    ...result,
    response: {
      ...result.response,
      headers: {
        ...result.response.headers,
        'content-type': form.headers.get('content-type') ?? 'multipart/form-data',
        'content-length': String(bytes.length),
      },
      body: new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(bytes)
          controller.close()
        },
      }),
    },
  }
}
