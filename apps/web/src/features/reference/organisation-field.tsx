import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox } from '../../ui/combo-box';
import type { FieldProps } from '../../ui/field';
import { organisationsQuery } from './queries';
import { useSettled } from './use-settled';

interface OrganisationFieldProps extends FieldProps<string> {
  /** The name of the organisation that `value` is, when one is there already. */
  named?: string;
}

/** An employer or a delegation, found by a part of its name or by its SIRET; its value is its id. */
export function OrganisationField({ named = '', value, ...rest }: OrganisationFieldProps) {
  const [typed, setTyped] = useState(named);
  const { data } = useQuery(organisationsQuery(useSettled(typed)));
  const options = (data?.items ?? []).map(({ id, name, communeName }) => ({ value: id, label: name, note: communeName ?? undefined }));
  return <ComboBox {...rest} value={value} inputValue={typed} onInputChange={setTyped} options={options} />;
}
