import { Module } from '@nestjs/common';
import { FederationHandlers } from './federation.handlers';
import { NetPublicClient } from './netpublic/netpublic.client';
import { OfferQueries } from './offer/offer.queries';
import { PublicationController } from './publication/publication.controller';
import { PublicationQueries } from './publication/publication.queries';
import { PublicationService } from './publication/publication.service';
import { PublicationStore } from './publication/publication.store';
import { PushService } from './publication/push.service';
import { ReconciliationService } from './reconciliation/reconciliation.service';
import { ReconciliationStore } from './reconciliation/reconciliation.store';
import { TargetStore } from './publication/target.store';

@Module({
  controllers: [PublicationController],
  providers: [
    FederationHandlers,
    NetPublicClient,
    OfferQueries,
    PublicationQueries,
    PublicationService,
    PublicationStore,
    PushService,
    ReconciliationService,
    ReconciliationStore,
    TargetStore,
  ],
})
export class FederationModule {}
