/** Where an assistant works until somebody writes another place (ЗЛП чл. 27): the homes of who is helped. */
export const homes = 'домовете на лицата, определени с възлагане и график'
