import { preferences } from '#renderer/shell/preferences.ts'

/** On an element whose language was found here, not written by the page. */
const mark = 'data-language-of-part'

/**
 * Names, addresses and texts of the office are Bulgarian in an English interface too, and must be
 * read aloud as Bulgarian (WCAG 3.1.2). They stand everywhere, so nobody has to remember them: the
 * letters of a text tell its language. Only English watches; a Bulgarian page is one language.
 */
export function markLanguageOfParts(): void {
  const changes = new MutationObserver((records) => {
    const elements = new Set<Element>()
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') collect(target, elements)
      for (const node of addedNodes) collect(node, elements)
    }
    for (const element of elements) markOne(element)
  })
  const follow = () => {
    changes.disconnect()
    if (preferences.get().language === 'bg') {
      for (const marked of document.querySelectorAll(`[${mark}]`)) unmark(marked)
      return
    }
    const elements = new Set<Element>()
    collect(document.body, elements)
    for (const element of elements) markOne(element)
    changes.observe(document.body, { childList: true, characterData: true, subtree: true })
  }
  let language: string | undefined
  const onPreferences = () => {
    if (language === preferences.get().language) return
    language = preferences.get().language
    follow()
  }
  preferences.subscribe(onPreferences)
  onPreferences()
}

/** The elements with a text of their own in or around a node, from the outside in. */
function collect(node: Node, elements: Set<Element>): void {
  if (node instanceof Text) {
    if (node.parentElement) elements.add(node.parentElement)
    return
  }
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (element) elements.add(element)
  }
}

function markOne(element: Element): void {
  const isOurs = element.hasAttribute(mark)
  if (element.hasAttribute('lang') && !isOurs) return
  const own = languageOf(
    Array.from(element.childNodes, (node) => (node instanceof Text ? node.data : '')).join(' '),
  )
  const around = element.parentElement?.closest('[lang]')?.getAttribute('lang')
  const wanted = own !== undefined && own !== around ? own : null
  if (wanted === (isOurs ? element.getAttribute('lang') : null)) return
  if (wanted === null) unmark(element)
  else {
    element.setAttribute('lang', wanted)
    element.setAttribute(mark, '')
  }
  // What stands inside is measured against another language now.
  const inside = new Set<Element>()
  collect(element, inside)
  inside.delete(element)
  for (const one of inside) markOne(one)
}

function unmark(element: Element): void {
  element.removeAttribute('lang')
  element.removeAttribute(mark)
}

/** By most of its letters; undefined for figures and signs alone. */
export function languageOf(text: string): 'bg' | 'en' | undefined {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (cyrillic + latin === 0) return undefined
  return cyrillic > latin ? 'bg' : 'en'
}
