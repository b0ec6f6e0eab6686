export { FederationModule } from './federation.module';
export { Publication } from './publication/publication.entity';
export { Target } from './publication/target.entity';
