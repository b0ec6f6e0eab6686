import { PageHeader } from '../../ui/page-header';
import { ContentSamples } from './content-samples';
import { FieldSamples } from './field-samples';
import { FeedbackSamples } from './feedback-samples';
import { Sample } from './sample';
import { text } from './text';
import './style.css';

export function StylePage() {
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="stack stack-12">
        <Sample title={text.colours}>
          <ul className="swatches">
            {Object.entries(text.colourNames).map(([token, name]) => (
              <li key={token}>
                <span className={`swatch swatch-${token}`} />
                {name}
              </li>
            ))}
          </ul>
        </Sample>
        <Sample title={text.type}>
          <p className="type-display">{text.typeSample}</p>
          <p className="lead">{text.typeSample}</p>
          <p>{text.typeSample}</p>
          <p className="soft small">{text.typeSample}</p>
        </Sample>
        <FeedbackSamples />
        <FieldSamples />
        <ContentSamples />
      </div>
    </>
  );
}
