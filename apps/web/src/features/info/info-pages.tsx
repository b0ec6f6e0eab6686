import { PageHeader } from '../../ui/page-header';
import { accessibility, legal, type InfoText } from './text';

function Info({ content: { title, lead, sections } }: { content: InfoText }) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <div className="stack stack-8 reading">
        {sections.map((section) => (
          <section key={section.title} className="stack">
            <h2>{section.title}</h2>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {section.items && (
              <ul>
                {section.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

export const AccessibilityPage = () => <Info content={accessibility} />;
export const LegalPage = () => <Info content={legal} />;
