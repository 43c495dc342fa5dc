const first = ['Иван', 'Мария', 'Георги', 'Елена', 'Димитър', 'Стоянка', 'Александрина']
const middle = ['Петров', 'Иванова', 'Христов', 'Стоянова', 'Константинов']
const last = ['Георгиев', 'Петкова', 'Драганов', 'Илиева', 'Хаджиконстантинова-Папазова']

export interface Invented {
  id: string
  name: string
  egn: string
  place: string
  hours: number
  state: number
}

const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T

/** An invented person of the demonstration page; the n-th is always the same. */
export function person(index: number): Invented {
  return {
    id: `p${String(index)}`,
    name: `${at(last, index * 3 + (index >> 3))}, ${at(first, index * 5)} ${at(middle, index * 7)} ${String(index)}`,
    egn: `${String(400_101 + (index % 9000))}****`,
    place: at(['с. Драговищица', 'гр. Кюстендил', 'с. Примерно'], index),
    hours: (index * 37) % 180,
    state: index % 4,
  }
}
