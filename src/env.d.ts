declare namespace App {
  interface Locals {
    /** The running server, put there for every request by src/server/main.ts. */
    app: import('#server/app.ts').App
    /** The network address of the sender; only ever hashed. */
    clientAddress?: string | undefined
  }
}

declare module 'virtual:*'
