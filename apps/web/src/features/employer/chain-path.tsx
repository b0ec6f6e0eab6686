import { useFormContext } from 'react-hook-form';
import { Timeline, type TimelineStep } from '../../ui/timeline';
import type { ChainValues } from './chain-form';
import { text } from './chain-text';

/** What a request goes through with the settings as they are typed. */
export function ChainPath() {
  const values = useFormContext<ChainValues>().watch();
  return (
    <aside className="sheet stack" aria-labelledby="path">
      <h3 id="path">{text.path}</h3>
      <Timeline steps={stepsOf(values)} />
    </aside>
  );
}

const stepsOf = ({ online, opinion, opinionDays, validates, validationDays, visa }: ChainValues): TimelineStep[] => [
  { key: 'asks', title: online ? text.asks : text.asksOnPaper },
  ...(opinion === 'none' ? [] : [{ key: 'opinion', title: opinion === 'decisive' ? text.steps.decisive : text.steps.opinion, note: text.within(opinionDays) }]),
  ...(validates ? [{ key: 'validation', title: text.steps.validation, note: text.within(validationDays) }] : []),
  ...(visa ? [{ key: 'visa', title: text.steps.visa, note: text.within(validationDays) }] : []),
  { key: 'arrives', title: text.arrives },
];
