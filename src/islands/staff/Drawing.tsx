import { DRAWING_HEIGHT, DRAWING_WIDTH, pointsOf, readDrawing } from '#forms/drawing.ts'

/** A drawing that was opened, to look at. */
export function Drawing({ answer, label }: { readonly answer: string; readonly label: string }) {
  return (
    <svg class="drawing" viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`} role="img" aria-label={label}>
      {readDrawing(answer).map((line, index) => (
        <polyline key={index} points={pointsOf(line)} />
      ))}
    </svg>
  )
}
