import { DemoLoader } from './demo.loader';
import { KnownQueries } from './known.queries';
import { RealPlaces } from './real-places';

export const DEMO_PROVIDERS = [DemoLoader, KnownQueries, RealPlaces];
