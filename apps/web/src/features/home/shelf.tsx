/** Books on a shelf, one of them pulled out: a drawing, no meaning. Widths and heights in units of the shelf. */
const books: [width: number, height: number, tone: 'deep' | 'plain' | 'mid' | 'pale'][] = [
  [26, 150, 'plain'],
  [18, 132, 'pale'],
  [34, 168, 'deep'],
  [22, 142, 'mid'],
  [16, 156, 'plain'],
  [30, 124, 'pale'],
  [20, 160, 'deep'],
  [26, 138, 'plain'],
  [36, 172, 'mid'],
  [18, 146, 'deep'],
  [24, 128, 'pale'],
  [22, 158, 'plain'],
];
const ground = 180;
const gap = 3;

export function Shelf() {
  let x = 0;
  return (
    <svg className="shelf-drawing" viewBox="0 0 372 180" aria-hidden="true">
      {books.map(([width, height, tone], index) => {
        const left = x;
        x += width + gap;
        return (
          <g key={left} className={`book-${tone}`}>
            <rect x={left} y={ground - height} width={width} height={height} rx={2} />
            {index % 3 === 0 && <rect className="book-band" x={left} y={ground - height + 18} width={width} height={6} />}
            {index % 3 === 2 && <rect className="book-band" x={left} y={ground - 40} width={width} height={14} />}
          </g>
        );
      })}
      <g className="book-plain" transform={`rotate(-15 ${x + 6} ${ground})`}>
        <rect x={x + 6} y={ground - 146} width={24} height={146} rx={2} />
        <rect className="book-band" x={x + 6} y={ground - 126} width={24} height={6} />
      </g>
    </svg>
  );
}
