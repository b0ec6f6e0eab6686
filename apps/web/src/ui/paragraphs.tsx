/** Plain text typed by people: blank lines part paragraphs, lines that start with a dash make a list. */
export function Paragraphs({ children }: { children: string }) {
  return (
    <div className="stack">
      {children.split(/\n{2,}/).map((block, index) => {
        const lines = block.split('\n').filter(Boolean);
        const items = lines.map((line) => /^[-–•*]\s+(.*)$/.exec(line)?.[1]);
        return items.every((item) => item !== undefined) ? (
          <ul key={index}>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : (
          <p key={index} className="lines">
            {block}
          </p>
        );
      })}
    </div>
  );
}
