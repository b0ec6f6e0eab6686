import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text } from './text';

interface SecretFeedProps {
  /** Since when an address is in service; null when none is. */
  since: string | null;
  /** Draws a new address, told this once. */
  renew: () => Promise<string | null>;
  stop: () => Promise<unknown>;
}

/** The secret address of a calendar: made, copied, changed, stopped. */
export function SecretFeed({ since, renew, stop }: SecretFeedProps) {
  const [address, setAddress] = useState<string | null>(null);
  const draw = async () => setAddress(await renew());
  const end = async () => {
    await stop();
    setAddress(null);
  };
  const creating = useAct({ act: draw, done: text.feedCreated });
  if (since === null)
    return (
      <>
        <p>{text.feedNone}</p>
        <div>
          <Button variant="secondary" onPress={() => creating.mutate()} isPending={creating.isPending}>
            {text.feedCreate}
          </Button>
        </div>
      </>
    );
  return (
    <>
      {address && <Address address={address} />}
      <p>{text.feedSince(dateTime(since))}</p>
      <div className="cluster">
        <Decision label={text.feedRenew} title={text.feedRenewTitle} act={draw} done={text.feedCreated} isDestructive>
          <p>{text.feedRenewEffect}</p>
        </Decision>
        <Decision label={text.feedStop} variant="quiet" title={text.feedStopTitle} act={end} done={text.feedStopped} isDestructive>
          <p>{text.feedStopEffect}</p>
        </Decision>
      </div>
    </>
  );
}

function Address({ address }: { address: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    say(text.feedCopied);
  };
  return (
    <div className="stack stack-2">
      <TextField label={text.feedAddress} value={address} type="url" />
      {/* Browsers lend the clipboard to secure addresses only. */}
      {'clipboard' in navigator && (
        <div>
          <Button variant="secondary" icon={Copy} onPress={() => void copy()}>
            {text.feedCopy}
          </Button>
        </div>
      )}
    </div>
  );
}
