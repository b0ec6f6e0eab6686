import { useQuery } from '@tanstack/react-query';
import { ComboBox } from '../../ui/combo-box';
import { departementsQuery } from './queries';
import { text } from './text';

export function DepartementField({ value, onChange }: { value?: string; onChange: (code: string) => void }) {
  const { data } = useQuery(departementsQuery);
  return (
    <ComboBox
      key={data ? 'ready' : 'loading'}
      label={text.departement}
      placeholder={text.everyDepartement}
      value={value}
      onChange={onChange}
      options={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
    />
  );
}
