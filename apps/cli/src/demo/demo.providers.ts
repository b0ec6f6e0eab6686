import { DemoLoader } from './demo.loader';
import { DemoMessages } from './demo-messages';
import { KnownQueries } from './known.queries';
import { RealPlaces } from './real-places';

export const DEMO_PROVIDERS = [DemoLoader, DemoMessages, KnownQueries, RealPlaces];
