/** Text whose layout its author chose. The server keeps nothing of it but paragraphs, titles, lists, quotations and safe links. */
export const Markup = ({ children }: { children: string }) => <div className="stack markup" dangerouslySetInnerHTML={{ __html: children }} />;
