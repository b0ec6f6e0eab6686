import { divIcon, geoJSON, layerGroup, map as makeMap, marker, popup, tileLayer, type LayerGroup, type Map, type Marker } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { MapPoint } from '../../api/types';
import { contours } from './contours';
import type { View } from './queries';
import { text } from './text';
import { tiles } from './tiles';

interface Listeners {
  /** A point of the map was pressed, rather than a place. */
  onPick?: (at: Position) => void;
  onMove: (view: View) => void;
  onSelect: (slug: string) => void;
  onOpen: (slug: string) => void;
}

interface Position {
  latitude: number;
  longitude: number;
}

const MAINLAND: [[number, number], [number, number]] = [
  [41.3, -5.2],
  [51.1, 9.6],
];
const MOST_ZOOM = 17;
const CLOSE_ZOOM = 14;
/** Closer, an outline of départements shows nothing. */
const OUTLINE_ZOOM = 9;

const keyOf = ({ latitude, longitude, count, slug }: MapPoint): string => [slug, count, latitude, longitude].join(' ');

/** Leaflet, as the directory uses it: outlines or tiles, markers that the keyboard reaches, one of them marked. */
export class DirectoryMap {
  private readonly map: Map;
  private readonly markers: LayerGroup;
  private readonly drawn = new globalThis.Map<string, Marker>();
  private mark: Marker | undefined;

  constructor(
    place: HTMLElement,
    private readonly listeners: Listeners,
  ) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = makeMap(place, {
      maxZoom: MOST_ZOOM,
      minZoom: 2,
      scrollWheelZoom: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      zoomControl: true,
      maxBounds: [
        [-85, -180],
        [85, 180],
      ],
    });
    this.nameControls(place);
    this.drawGround();
    this.markers = layerGroup().addTo(this.map);
    this.map.on('moveend', () => this.tellView());
    const { onPick } = listeners;
    if (onPick) this.map.on('click', ({ latlng }) => onPick({ latitude: latlng.wrap().lat, longitude: latlng.wrap().lng }));
    this.map.fitBounds(MAINLAND);
  }

  remove(): void {
    this.map.remove();
  }

  /** Shows the places of the list, or the mainland when there is none. */
  frame(spots: readonly Position[]): void {
    const points = spots.map(({ latitude, longitude }): [number, number] => [latitude, longitude]);
    if (points.length) this.map.fitBounds(points, { maxZoom: tiles ? CLOSE_ZOOM : OUTLINE_ZOOM, padding: [32, 32] });
    else this.map.fitBounds(MAINLAND);
  }

  show(points: readonly MapPoint[]): void {
    const wanted = new Set(points.map(keyOf));
    // What stays is left alone: drawing it again would take the focus away, and close what was just opened.
    for (const [key, point] of this.drawn)
      if (!wanted.has(key)) {
        this.markers.removeLayer(point);
        this.drawn.delete(key);
      }
    for (const point of points) if (!this.drawn.has(keyOf(point))) this.drawn.set(keyOf(point), this.add(point));
  }

  highlight(spot: Position | undefined): void {
    this.mark?.remove();
    this.mark = spot && marker([spot.latitude, spot.longitude], {
      icon: divIcon({ className: 'map-mark', iconSize: [44, 44] }),
      interactive: false,
      keyboard: false,
    }).addTo(this.map);
  }

  /** Moves no more than it takes to have the point in view. */
  reveal({ latitude, longitude }: Position): void {
    this.map.panInside([latitude, longitude], { padding: [32, 32] });
  }

  private add({ latitude, longitude, count, slug, name }: MapPoint): Marker {
    const isOne = count === 1 && slug !== null;
    const label = isOne ? (name ?? '') : text.plan.cluster(count);
    const icon = divIcon({ className: isOne ? 'map-pin' : 'map-cluster', html: isOne ? '' : String(count), iconSize: isOne ? [28, 28] : [40, 40] });
    const point = marker([latitude, longitude], { icon, title: label }).addTo(this.markers);
    point.getElement()?.setAttribute('aria-label', label);
    const act = () => (isOne ? this.open(point, slug, label) : this.map.setView([latitude, longitude], Math.min(this.map.getZoom() + 2, MOST_ZOOM)));
    point.on('click', act);
    point.on('keypress', ({ originalEvent }) => originalEvent.key === 'Enter' && act());
    return point;
  }

  /** Names the place, with a link to its page; Escape closes. */
  private open(point: Marker, slug: string, name: string): void {
    const link = document.createElement('a');
    link.href = `/lieux/${slug}`;
    link.textContent = name;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.listeners.onOpen(slug);
    });
    link.addEventListener('keydown', ({ key }) => key === 'Escape' && this.map.closePopup());
    // A popup bound to its marker would close at a second press instead of opening.
    popup({ closeButton: false, autoPanPadding: [24, 24], offset: [0, -8] })
      .setLatLng(point.getLatLng())
      .setContent(link)
      .on('remove', () => point.getElement()?.focus())
      .openOn(this.map);
    link.focus();
    this.listeners.onSelect(slug);
  }

  private drawGround(): void {
    if (tiles) tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: MOST_ZOOM }).addTo(this.map);
    else {
      this.map.attributionControl.addAttribution(text.plan.attribution);
      geoJSON(contours(), { interactive: false, style: { className: 'map-land' } }).addTo(this.map);
    }
    this.map.attributionControl.setPrefix('Leaflet');
  }

  private nameControls(place: HTMLElement): void {
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', text.plan.keys);
    for (const [selector, label] of [['.leaflet-control-zoom-in', text.plan.zoomIn], ['.leaflet-control-zoom-out', text.plan.zoomOut]] as const) {
      const control = place.querySelector(selector);
      control?.setAttribute('aria-label', label);
      control?.setAttribute('title', label);
    }
  }

  private tellView(): void {
    const bounds = this.map.getBounds().pad(0.1);
    const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, Number(value.toFixed(4))));
    this.listeners.onMove({
      south: clamp(bounds.getSouth(), 90),
      west: clamp(bounds.getWest(), 180),
      north: clamp(bounds.getNorth(), 90),
      east: clamp(bounds.getEast(), 180),
      zoom: this.map.getZoom(),
    });
  }
}
