import { Clock, MapPin } from 'lucide-react';
import { Button } from '../../ui/button';
import { dateTime } from '../../ui/dates';
import { List, Row } from '../../ui/list';
import { DateBlock, Facts, Meta } from '../../ui/meta';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import { Timeline } from '../../ui/timeline';
import { Sample } from './sample';
import { text } from './text';

const paris = { at: '2027-01-12T08:00:00Z', timeZone: 'Europe/Paris' };
const reunion = { at: '2027-02-09T05:00:00Z', timeZone: 'Indian/Reunion' };
const rooms = [
  { name: 'Atelier', capacity: 12, equipment: 'Ordinateurs, vidéoprojecteur' },
  { name: 'Grande salle', capacity: 30, equipment: 'Écran, boucle magnétique' },
];

export function ContentSamples() {
  return (
    <>
      <Sample title={text.lists}>
        <List>
          <Row
            isWaiting
            aside={<DateBlock {...paris} />}
            title={<a href="#main">Camille Roux demande une place en « Données ouvertes »</a>}
            meta={<span>{dateTime(paris.at)}</span>}
            actions={<Button>Décider</Button>}
          />
          <Row
            aside={<DateBlock {...reunion} />}
            title={<a href="#main">Cartographier sa commune</a>}
            meta={
              <>
                <Meta icon={Clock}>{dateTime(reunion.at, reunion.timeZone)}</Meta>
                <Meta icon={MapPin}>Saint-Denis (974)</Meta>
              </>
            }
            status={<Status tone="good">Session confirmée</Status>}
          />
        </List>
        <div className="sheet">
          <Facts
            items={[
              ['Durée', '12 heures'],
              ['Places', '4 places restantes sur 12'],
            ]}
          />
        </div>
      </Sample>
      <Sample title={text.table}>
        <Table
          caption="Salles"
          columns={[
            { key: 'name', label: 'Salle', isHeader: true, cell: (room) => room.name },
            { key: 'capacity', label: 'Places', isNumber: true, cell: (room) => room.capacity },
            { key: 'equipment', label: 'Équipement', cell: (room) => room.equipment },
          ]}
          rows={rooms}
          rowKey={(room) => room.name}
        />
      </Sample>
      <Sample title={text.timeline}>
        <Timeline
          steps={[
            { key: '1', title: 'Demande envoyée', at: '2026-11-20T09:12:00Z', by: 'Camille Roux' },
            { key: '2', title: 'Accord de l’employeur', at: '2026-11-23T14:40:00Z', by: 'Nadia Benali', note: 'Dans les priorités du service.' },
            { key: '3', title: 'Convocation' },
          ]}
        />
      </Sample>
      <Sample title={text.tabs}>
        <Tabs
          label={text.tabs}
          tabs={[
            { id: 'rooms', label: 'Salles', content: <p>Deux salles.</p> },
            { id: 'hours', label: 'Horaires', content: <p>Du lundi au samedi.</p> },
          ]}
        />
      </Sample>
    </>
  );
}
