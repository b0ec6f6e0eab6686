import { useState } from 'react';
import { DoorOpen, Send } from 'lucide-react';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { EmptyState } from '../../ui/list';
import { Progress, Skeleton } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Status, Tags } from '../../ui/status';
import { say } from '../../ui/toasts';
import { Sample } from './sample';
import { text } from './text';

export function FeedbackSamples() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Sample title={text.buttons}>
        <div className="cluster">
          <Button icon={Send}>{text.primary}</Button>
          <Button variant="secondary">{text.secondary}</Button>
          <Button variant="quiet">{text.quiet}</Button>
          <Button variant="danger">{text.danger}</Button>
          <Button isPending>{text.pending}</Button>
          <Button isDisabled>{text.disabled}</Button>
        </div>
      </Sample>
      <Sample title={text.statuses}>
        <div className="cluster">
          <Status>Brouillon</Status>
          <Status tone="active">Chez votre employeur</Status>
          <Status tone="waiting">À décider</Status>
          <Status tone="good">Place obtenue</Status>
          <Status tone="bad">Annulée</Status>
        </div>
        <Tags items={['tableur', 'données ouvertes', 'cartographie']} />
      </Sample>
      <Sample title={text.notices}>
        <Notice title="Le lieu a changé de salle">{text.noticeBody}</Notice>
        <Notice tone="success" title="Votre demande est envoyée">
          {text.noticeBody}
        </Notice>
        <Notice tone="warning" title="Votre réponse est attendue">
          {text.noticeBody}
        </Notice>
        <Notice tone="error" title="Ce n’est pas enregistré">
          {text.noticeBody}
        </Notice>
      </Sample>
      <Sample title={text.dialogs}>
        <div className="cluster">
          <Button variant="secondary" onPress={() => setOpen(true)}>
            {text.openDialog}
          </Button>
          <Button variant="secondary" onPress={() => say(text.toastMessage)}>
            {text.toast}
          </Button>
        </div>
        <Confirm
          title={text.confirmTitle}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          confirmLabel={text.confirmAction}
          onConfirm={() => setOpen(false)}
          isDestructive
        >
          <p>{text.confirmBody}</p>
        </Confirm>
      </Sample>
      <Sample title={text.waiting}>
        <Skeleton lines={4} />
        <Progress label="Import des lieux : 12 sur 40" value={12} max={40} />
        <EmptyState icon={DoorOpen} title={text.emptyTitle} actions={<Button>Ajouter une salle</Button>}>
          {text.empty}
        </EmptyState>
      </Sample>
    </>
  );
}
