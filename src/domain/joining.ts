/** Joins names to groups. What was never joined is a group of its own, under its own name. */
export function joining() {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
    if (root !== name) parents.set(name, root)
    return root
  }
  return {
    /** The one name of the group that a name is in. */
    rootOf,
    join: (one: string, other: string) => {
      const [root, child] = [rootOf(one), rootOf(other)]
      if (root !== child) parents.set(child, root)
    },
  }
}
