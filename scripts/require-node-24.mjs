/**
 * First line of every tool's configuration: the database module dies without a word on an older
 * Node, and npm scripts bring their own Node 24 along.
 */
if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `Opora's tools need Node 24 and this is ${process.versions.node}: start them by npm ("npm test", "npm run build") or npx.`,
  )
}
