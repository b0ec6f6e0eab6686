import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CourseVersion, FieldDifference } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { euros } from '../../ui/money';
import { Select } from '../../ui/select';
import { courseStatuses, materials, modalities, named, themes } from '../catalogue/labels';
import { courseDifferencesQuery } from './queries';
import { fieldNames, text } from './sheet-text';
import './course.css';

interface DifferencesProps {
  id: string;
  versions: CourseVersion[];
  from: number;
  to: number;
}

/** Two versions side by side, part by part: what was taken away, then what was added. */
export function Differences({ id, versions, from, to }: DifferencesProps) {
  const query = useQuery(courseDifferencesQuery(id, from, to));
  const navigate = useNavigate();
  const options = versions.map(({ version, at }) => ({ value: String(version), label: text.choices(version, dateTime(at)) }));
  const show = (de: number, a: number) => void navigate({ to: '.', search: { de, a }, resetScroll: false });
  return (
    <section id="differences" tabIndex={-1} className="stack stack-6 reading" aria-labelledby="differences-titre">
      <h2 id="differences-titre">{text.compare}</h2>
      <div className="form-row">
        <Select label={text.older} options={options} value={String(from)} onChange={(chosen) => show(Number(chosen), to)} />
        <Select label={text.newer} options={options} value={String(to)} onChange={(chosen) => show(from, Number(chosen))} />
      </div>
      <Loaded query={query}>
        {({ fields }) =>
          fields.length === 0 ? (
            <p role="status">{text.noDifference}</p>
          ) : (
            <>
              <p role="status">{text.fieldsCount(fields.length)}</p>
              {fields.map((field) => (
                <div key={field.field} className="stack stack-2">
                  <h3 className="sentence">{named(fieldNames, field.field)}</h3>
                  <Difference difference={field} />
                </div>
              ))}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

const CODES: Record<string, Record<string, string>> = { status: courseStatuses, theme: themes, modality: modalities, materialsRgaa: materials, isSelective: text.selection };

function Difference({ difference: { field, kind, parts } }: { difference: FieldDifference }) {
  if (kind === 'markup') return <p>{text.markup}</p>;
  const labels = CODES[field];
  const shown = labels ? whole(parts, labels) : field === 'employerCents' ? parts.map((part) => ({ ...part, text: euros(Number(part.text)) })) : parts;
  if (kind === 'items') {
    return (
      <ul>
        {shown.map((part, index) => (
          <li key={index}>
            <Part {...part} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <p className="difference">
      {shown.map((part, index) => (
        <Part key={index} {...part} />
      ))}
    </p>
  );
}

/** A code is not read word by word: the label it had, then the one it has. */
function whole(parts: FieldDifference['parts'], labels: Record<string, string>): FieldDifference['parts'] {
  const side = (left: string) => named(labels, parts.filter(({ change }) => change !== left).map((part) => part.text).join(''));
  return [
    { change: 'removed', text: side('added') },
    { change: 'same', text: ' ' },
    { change: 'added', text: side('removed') },
  ];
}

function Part({ text: words, change }: FieldDifference['parts'][number]) {
  if (change === 'same') return words;
  const Element = change === 'added' ? 'ins' : 'del';
  return (
    <Element className={`difference-${change}`}>
      <span className="visually-hidden">{change === 'added' ? text.added : text.removed} </span>
      {words}
    </Element>
  );
}
