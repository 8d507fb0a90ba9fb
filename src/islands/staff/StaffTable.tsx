import type { ComponentChildren } from 'preact'

type Props = {
  readonly id: string
  readonly caption: string
  readonly columns: readonly string[]
  readonly children: ComponentChildren
}

/** A table that can be scrolled sideways, by keyboard too, though nothing in it can be pressed. Its children are its rows. */
export function StaffTable({ id, caption, columns, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keyboard
    <section class="table-scroll" aria-labelledby={id} tabIndex={0}>
      <table class="staff-table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
