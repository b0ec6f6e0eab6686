import { useQuery } from '@tanstack/react-query';
import { api, body, ifMatch } from '../../api/client';
import { Loaded } from '../../ui/loaded';
import { CompetenciesForm } from './competencies-form';
import { text } from './competencies-text';

const read = () => body(api.GET('/me/trainer-competencies'));

/** What a trainer can teach: those who build sessions find them by it. */
export function Competencies() {
  const query = useQuery({ queryKey: ['me', 'trainer-competencies'], queryFn: read });
  return (
    <section className="stack reading" aria-labelledby="competences">
      <h2 id="competences">{text.title}</h2>
      <p>{text.lead}</p>
      <Loaded query={query}>
        {(held) => (
          <CompetenciesForm
            held={held}
            read={read}
            save={(items, version) => body(api.PUT('/me/trainer-competencies', { params: { header: ifMatch(version) }, body: { items } }))}
            variant="secondary"
            words={text}
          />
        )}
      </Loaded>
    </section>
  );
}
