import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowUp, ImageOff, ImagePlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { Photo } from '../../api/types';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { photosQuery } from '../venues/queries';
import { AddPhoto, DescribePhoto } from './photo-form';
import { text } from './photo-text';

export function Photos({ venueId }: { venueId: string }) {
  const query = useQuery(photosQuery(venueId));
  const [removed, setRemoved] = useState<Photo>();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="stack stack-6">
      <p className="soft">{text.lead}</p>
      {removed && <Removed photo={removed} onDone={() => setRemoved(undefined)} />}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={ImageOff} title={text.noneTitle}>
              {text.none}
            </EmptyState>
          ) : (
            <List label={text.photos}>
              {items.map((photo, index) => (
                <PhotoRow
                  key={photo.id}
                  photo={photo}
                  position={index + 1}
                  before={index > 0 ? swapped(items, index) : undefined}
                  venueId={venueId}
                  onRemoved={() => setRemoved(photo)}
                />
              ))}
            </List>
          )
        }
      </Loaded>
      <div>
        <Button variant="secondary" icon={ImagePlus} onPress={() => setAdding(true)}>
          {text.addTitle}
        </Button>
        <Dialog title={text.addTitle} isOpen={isAdding} onClose={() => setAdding(false)}>
          <AddPhoto venueId={venueId} onDone={() => setAdding(false)} />
        </Dialog>
      </div>
    </div>
  );
}

/** The order once the photo has moved up by one. */
function swapped(items: Photo[], index: number): string[] {
  const ids = items.map(({ id }) => id);
  ids.splice(index - 1, 2, ids[index]!, ids[index - 1]!);
  return ids;
}

interface PhotoRowProps {
  photo: Photo;
  position: number;
  before: string[] | undefined;
  venueId: string;
  onRemoved: () => void;
}

function PhotoRow({ photo, position, before, venueId, onRemoved }: PhotoRowProps) {
  const [isEditing, setEditing] = useState(false);
  const queries = useQueryClient();
  const changed = () => queries.invalidateQueries({ queryKey: ['photos'] });
  const move = useMutation({
    mutationFn: () =>
      body(api.PUT('/venues/{id}/photos/order', { params: { path: { id: venueId } }, body: { ids: before ?? [] } })),
    onSuccess: changed,
  });
  const removal = useMutation({
    mutationFn: () => body(api.DELETE('/photos/{id}', { params: { path: { id: photo.id } } })),
    onSuccess: () => {
      onRemoved();
      return changed();
    },
  });
  return (
    <Row
      title={
        <img className="photo-thumb" src={`${photo.path}-480.webp`} alt={photo.alt} width={photo.width} height={photo.height} />
      }
      meta={text.shown(photo.alt)}
      actions={
        <>
          {before && (
            <Button variant="quiet" icon={ArrowUp} aria-label={text.upOf(position)} onPress={() => move.mutate()}>
              {text.up}
            </Button>
          )}
          <Button variant="quiet" icon={Pencil} aria-label={text.editOf(position)} onPress={() => setEditing(true)}>
            {text.edit}
          </Button>
          <Button variant="quiet" icon={Trash2} aria-label={text.removeOf(position)} onPress={() => removal.mutate()}>
            {text.remove}
          </Button>
          <Dialog title={text.editOf(position)} isOpen={isEditing} onClose={() => setEditing(false)}>
            <DescribePhoto photo={photo} onDone={() => setEditing(false)} />
          </Dialog>
        </>
      }
    />
  );
}

function Removed({ photo, onDone }: { photo: Photo; onDone: () => void }) {
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => body(api.POST('/photos/{id}/restore', { params: { path: { id: photo.id } } })),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['photos'] });
    },
  });
  return (
    <div role="status">
      <Notice
        title={text.removed}
        actions={
          <Button variant="secondary" onPress={() => undo.mutate()} isPending={undo.isPending}>
            {text.undo}
          </Button>
        }
      >
        {undo.error?.message}
      </Notice>
    </div>
  );
}
